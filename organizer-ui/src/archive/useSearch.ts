import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ArchiveFilter } from '../api/queryKeys';

const NAMES = ['text', 'event', 'member', 'tag', 'outcome', 'from', 'to'] as const;
type Name = (typeof NAMES)[number];

export interface ArchiveSearch {
  /** As it stands in the fields; days without a time. */
  value: Record<Name, string>;
  set: (name: Name, value: string) => void;
  /** As the service takes it. */
  filter: ArchiveFilter;
  /** Whether anything narrows the search. */
  narrowed: boolean;
}

/** What is looked for. It stands in the address, so that it survives a reload and the way back. */
export function useSearch(): ArchiveSearch {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (name: Name, value: string) =>
      setParams(
        (old) => {
          const fresh = new URLSearchParams(old);
          if (value === '') fresh.delete(name);
          else fresh.set(name, value);
          return fresh;
        },
        { replace: true },
      ),
    [setParams],
  );
  return useMemo(() => {
    const value = Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ''])) as Record<
      Name,
      string
    >;
    return { value, set, filter: filterOf(value), narrowed: NAMES.some((name) => value[name] !== '') };
  }, [params, set]);
}

/** Days are whole ones of this place: the last one counts, too. */
export function filterOf(value: Record<Name, string>): ArchiveFilter {
  const { text, event, member, tag, outcome, from, to } = value;
  const midnight = (day: string, after: number) => {
    const date = new Date(`${day}T00:00:00`);
    date.setDate(date.getDate() + after);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  };
  return {
    text: text || undefined,
    event: event || undefined,
    member: member || undefined,
    tag: tag.trim() || undefined,
    outcome: outcome || undefined,
    from: from ? midnight(from, 0) : undefined,
    to: to ? midnight(to, 1) : undefined,
  };
}
