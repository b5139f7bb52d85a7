import { useMemo } from 'react';
import type { ArchiveFilter } from '../api/queryKeys';
import { betweenDays } from '../components/days';
import { type Address, useAddress } from '../components/useAddress';

const NAMES = ['text', 'participant', 'event', 'member', 'tag', 'outcome', 'from', 'to'] as const;
type Name = (typeof NAMES)[number];

export interface ArchiveSearch extends Address<Name> {
  /** As the service takes it. */
  filter: ArchiveFilter;
}

/** What is looked for; days stand in the address without a time. */
export function useSearch(): ArchiveSearch {
  const address = useAddress(NAMES);
  return useMemo(() => ({ ...address, filter: filterOf(address.value) }), [address]);
}

/** Days are whole ones of this place: the last one counts, too. */
export function filterOf(value: Record<Name, string>): ArchiveFilter {
  const { text, participant, event, member, tag, outcome, from, to } = value;
  return {
    text: text || undefined,
    participant: participant || undefined,
    event: event || undefined,
    member: member || undefined,
    tag: tag.trim() || undefined,
    outcome: outcome || undefined,
    ...betweenDays(from, to),
  };
}
