import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSteward } from '../app/context';

/** A value that survives the end of the app until it is forgotten; undefined until it was looked up. */
export function useDraft<T>(
  name: string,
  empty: T,
): [value: T | undefined, keep: (value: T) => void, forget: () => void, empty: () => void] {
  const { drafts } = useSteward();
  const [value, setValue] = useState<T | undefined>(undefined);
  /** Whoever began already has their words, or sent them: what is looked up comes too late. */
  const begun = useRef(false);
  useLayoutEffect(() => {
    let current = true;
    begun.current = false;
    setValue(undefined);
    void drafts.load<T>(name).then((kept) => {
      if (current && !begun.current) setValue(kept ?? empty);
    });
    return () => {
      current = false;
    };
  }, [drafts, name]);
  const show = (next: T) => {
    begun.current = true;
    setValue(next);
  };
  const keep = (next: T) => {
    show(next);
    void drafts.keep(name, next);
  };
  return [value, keep, () => void drafts.forget(name), () => show(empty)];
}
