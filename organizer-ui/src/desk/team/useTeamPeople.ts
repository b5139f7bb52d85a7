import { useMemo } from 'react';
import type { Colleague } from '../../api/types';
import { useMember } from '../../sessions/useSession';
import { useAvailability } from '../availability/useAvailability';
import { useMyConversations } from '../client/hooks';
import { holds } from '../flow/rules';
import { useColleagues } from '../flow/useColleagues';
import { bySoonestHelp } from './rules';

/** Everybody of the organization, oneself included, those first who can help soonest at an event. */
export function useTeamPeople(event: string) {
  const query = useColleagues();
  const { id, name } = useMember();
  const { data: mine } = useAvailability();
  // What is open here is fresher than what the service counted a minute ago.
  const active = useMyConversations().filter(({ state }) => holds(state, id)).length;
  const { data: colleagues } = query;
  const people = useMemo(() => {
    if (!colleagues) return undefined;
    const { events = [], capacity = 0 } = mine ?? {};
    const me: Colleague = { id, name, events, capacity, active, on_duty: capacity > 0, connected: true };
    return bySoonestHelp([...colleagues, me], event);
  }, [colleagues, mine, active, id, name, event]);
  return { ...query, people };
}
