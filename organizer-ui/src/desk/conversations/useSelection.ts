import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  /** Nothing while nobody selects. */
  chosen: ReadonlySet<string> | undefined;
  begin: () => void;
  end: () => void;
  toggle: (id: string) => void;
  set: (ids: readonly string[]) => void;
}

/** Several entries of a list, to do one thing with all of them. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const toggle = useCallback((id: string) => {
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const begin = useCallback(() => setChosen(new Set()), []);
  const end = useCallback(() => setChosen(undefined), []);
  const set = useCallback((ids: readonly string[]) => setChosen(new Set(ids)), []);
  return useMemo(() => ({ chosen, begin, end, toggle, set }), [chosen, begin, end, toggle, set]);
}
