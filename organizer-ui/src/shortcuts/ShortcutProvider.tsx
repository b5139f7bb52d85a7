import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isWriting, KeySequence, nameOf } from './keys';
import { ShortcutsDialog } from './ShortcutsDialog';

type Bindings = Readonly<Record<string, () => void>>;

interface Registry {
  add: (bindings: () => Bindings) => () => void;
  show: () => void;
}

const Context = createContext<Registry>({ add: () => () => undefined, show: () => undefined });

/** Opens the list of shortcuts. */
export function useShowShortcuts(): () => void {
  return useContext(Context).show;
}

/** Binds keys while the component is on the screen; the one that came last wins. */
export function useShortcuts(bindings: Bindings): void {
  const { add } = useContext(Context);
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => add(() => latest.current), [add]);
}

/** Listens to the keyboard once for the whole dashboard. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const registered = useRef<(() => Bindings)[]>([]);
  const add = useCallback((bindings: () => Bindings) => {
    registered.current = [bindings, ...registered.current];
    return () => {
      registered.current = registered.current.filter((other) => other !== bindings);
    };
  }, []);
  const show = useCallback(() => setOpen(true), []);
  const registry = useMemo(() => ({ add, show }), [add, show]);

  useEffect(() => {
    const sequence = new KeySequence();
    const onKey = (event: KeyboardEvent) => {
      const name = event.defaultPrevented ? null : nameOf(event);
      if (!name || (isWriting(event.target) && !name.startsWith('mod+'))) return;
      for (const notation of sequence.press(name)) {
        const run = notation === '?' ? show : find(registered.current, notation);
        if (!run) continue;
        event.preventDefault();
        sequence.clear();
        run();
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [show]);

  return (
    <Context value={registry}>
      {children}
      <ShortcutsDialog open={open} onClose={() => setOpen(false)} />
    </Context>
  );
}

function find(registered: readonly (() => Bindings)[], notation: string): (() => void) | undefined {
  for (const bindings of registered) {
    const run = bindings()[notation];
    if (run) return run;
  }
  return undefined;
}
