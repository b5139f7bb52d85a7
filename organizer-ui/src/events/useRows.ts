import { useEffect, useRef, useState } from 'react';

let count = 0;

/** A key for a row that the service does not know yet. */
export function freshKey(): string {
  count += 1;
  return `new-${count}`;
}

/** Puts the cursor into a row as soon as it has appeared. */
export function useFocusNew(): (id: string) => void {
  const wanted = useRef<string>(undefined);
  const [, look] = useState(0);
  useEffect(() => {
    if (wanted.current === undefined) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = undefined;
  });
  return (id) => {
    wanted.current = id;
    look((times) => times + 1);
  };
}
