import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** A filter that stands in the address, so that it survives a reload and can be sent to somebody. */
export function useFilter<T extends string>(name: string, usual: T): [T, (value: T) => void] {
  const [search, setSearch] = useSearchParams();
  const value = (search.get(name) ?? usual) as T;
  const set = useCallback(
    (next: T) =>
      setSearch(
        (old) => {
          const fresh = new URLSearchParams(old);
          if (next === usual) fresh.delete(name);
          else fresh.set(name, next);
          return fresh;
        },
        { replace: true },
      ),
    [name, usual, setSearch],
  );
  return [value, set];
}
