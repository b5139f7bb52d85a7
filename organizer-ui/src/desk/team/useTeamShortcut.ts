import { matchPath, useLocation, useNavigate } from 'react-router';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { useDesk } from '../client/hooks';
import { teamToOpen } from './rules';

/** One key from anywhere at the desk to the team; again to the team of the next event. */
export function useTeamShortcut(events: readonly string[]): void {
  const navigate = useNavigate();
  const desk = useDesk();
  const { pathname } = useLocation();
  useShortcuts({
    b: () => {
      const unread = events.filter((event) => (desk.team(event)?.unread ?? 0) > 0);
      const conversation = matchPath('/desk/conversations/:id', pathname)?.params.id;
      const event = teamToOpen({
        events,
        unread,
        open: matchPath('/desk/team/:event', pathname)?.params.event,
        current: conversation && desk.view(conversation).state?.event,
      });
      if (event) void navigate(`/desk/team/${event}`);
    },
  });
}
