import { useEffect, useState } from 'preact/hooks';
import { useSteward } from '../app/context';

/** A value that survives the end of the app until it is forgotten; undefined until it was looked up. */
export function useDraft<T>(
  name: string,
  empty: T,
): [value: T | undefined, keep: (value: T) => void, forget: () => void, empty: () => void] {
  const { drafts } = useSteward();
  const [value, setValue] = useState<T | undefined>(undefined);
  useEffect(() => {
    let current = true;
    setValue(undefined);
    void drafts.load<T>(name).then((kept) => {
      if (current) setValue(kept ?? empty);
    });
    return () => {
      current = false;
    };
  }, [drafts, name]);
  const keep = (next: T) => {
    setValue(next);
    void drafts.keep(name, next);
  };
  return [value, keep, () => void drafts.forget(name), () => setValue(empty)];
}
