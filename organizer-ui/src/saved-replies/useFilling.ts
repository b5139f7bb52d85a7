import { useCallback } from 'react';
import type { Conversation } from '../api/types';
import { useEventContext } from '../desk/context/useEventContext';
import { useMember } from '../sessions/useSession';
import { filled } from './rules';

/** Fills the placeholders of a saved reply for one conversation. */
export function useFilling({ event, participants, request }: Conversation): (text: string) => string {
  const me = useMember().name;
  const { data } = useEventContext(event);
  const name = participants[0]?.name ?? undefined;
  const zone = data?.zones.find(({ id }) => id === request?.zone)?.name;
  const eventName = data?.name;
  return useCallback(
    (text) => filled(text, { name, zone, me, event: eventName }),
    [name, zone, me, eventName],
  );
}
