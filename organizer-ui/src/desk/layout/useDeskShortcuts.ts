import { useLocation, useNavigate } from 'react-router';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { useDesk } from '../client/hooks';
import { inDeskOrder } from '../conversations/rules';
import { nextOf } from '../queue/rules';
import { useTake } from '../queue/useTake';
import { neighbour } from './lists';

/** The keys of the desk. */
export function useDeskShortcuts(events: readonly string[]): void {
  const navigate = useNavigate();
  const { id: me } = useMember();
  const desk = useDesk();
  const take = useTake();
  const { pathname } = useLocation();
  const step = (by: 1 | -1) => {
    const next = neighbour(pathname, by);
    if (next) void navigate(next);
  };
  useShortcuts({
    t: () => {
      const next = nextOf(desk.queues.store.requests(), events);
      if (next && !take.isPending) take.mutate({ next: next.event });
    },
    j: () => step(1),
    k: () => step(-1),
    u: () => {
      const unread = inDeskOrder(desk.myConversations(), me).find((view) => view.unread > 0);
      const team = events.find((event) => (desk.team(event)?.unread ?? 0) > 0);
      if (unread) void navigate(`/desk/conversations/${unread.id}`);
      else if (team) void navigate(`/desk/team/${team}`);
    },
  });
}
