import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface Address<Name extends string> {
  /** As it stands in the fields; empty for what is not narrowed. */
  value: Record<Name, string>;
  set: (name: Name, value: string) => void;
  /** Whether anything narrows the list. */
  narrowed: boolean;
}

/** What narrows a list. It stands in the address, so that it survives a reload and can be sent to somebody. */
export function useAddress<Name extends string>(names: readonly Name[]): Address<Name> {
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
    const value = Object.fromEntries(names.map((name) => [name, params.get(name) ?? '']));
    return {
      value: value as Record<Name, string>,
      set,
      narrowed: names.some((name) => value[name] !== ''),
    };
  }, [names, params, set]);
}
