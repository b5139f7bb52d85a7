import { useEffect, useRef, useState } from 'preact/hooks';

export interface Task {
  working: boolean;
  error: unknown;
  /** Runs the work; a second tap while it runs does nothing. */
  run: () => void;
}

/** Work that a tap begins: whether it runs, and why it failed. */
export function useTask(work: () => Promise<void>): Task {
  const [state, setState] = useState<{ working: boolean; error: unknown }>({
    working: false,
    error: undefined,
  });
  const gone = useRef(false);
  const busy = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const end = (error: unknown) => {
    busy.current = false;
    if (!gone.current) setState({ working: false, error });
  };
  const run = () => {
    if (busy.current) return;
    busy.current = true;
    setState({ working: true, error: undefined });
    work().then(() => end(undefined), end);
  };
  return { ...state, run };
}
