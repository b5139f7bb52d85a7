import { useNavigate } from 'react-router';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { useDesk } from '../client/hooks';
import { inDeskOrder } from '../conversations/rules';
import { nextOf } from '../queue/rules';
import { useTake } from '../queue/useTake';

/** Steps through the list: the entry after the one that is open, or the first. */
function step(by: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLAnchorElement>('[data-desk-item]')];
  const current = items.findIndex((item) => item.classList.contains('active'));
  const next = current < 0 ? items.at(by > 0 ? 0 : -1) : items[current + by];
  next?.click();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The keys of the desk. */
export function useDeskShortcuts(events: readonly string[]): void {
  const navigate = useNavigate();
  const { id: me } = useMember();
  const desk = useDesk();
  const take = useTake();
  useShortcuts({
    t: () => {
      const next = nextOf(desk.queues.store.requests(), events);
      if (next && !take.isPending) take.mutate({ next: next.event });
    },
    j: () => step(1),
    k: () => step(-1),
    u: () => {
      const unread = inDeskOrder(desk.myConversations(), me).find((view) => view.unread > 0);
      if (unread) void navigate(`/desk/conversations/${unread.id}`);
    },
  });
}
