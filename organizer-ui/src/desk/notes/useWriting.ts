import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ComposerHandle } from '../conversations/Composer';
import type { NoteComposerHandle } from './NoteComposer';
import type { Writing } from './WriteSwitch';

export interface WritingState {
  value: Writing;
  note: RefObject<NoteComposerHandle | null>;
  /** Chooses for whom one writes, and goes to the field. It stays chosen: words never change whom they are for. */
  choose: (value: Writing) => void;
  /** Puts words back into the field whose words the person reads. */
  insert: (text: string) => void;
}

/** For whom the next words are, and the way to their field. */
export function useWriting(composer: RefObject<ComposerHandle | null>): WritingState {
  const [value, setValue] = useState<Writing>('message');
  const note = useRef<NoteComposerHandle>(null);
  const wanted = useRef<(() => void) | null>(null);
  const choose = useCallback(
    (next: Writing) => {
      wanted.current = () => (next === 'note' ? note : composer).current?.focus();
      setValue(next);
      if (next === value) run(wanted);
    },
    [composer, value],
  );
  const insert = (text: string) => {
    wanted.current = () => composer.current?.insert(text);
    setValue('message');
    if (value === 'message') run(wanted);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there once the choice has changed
  useEffect(() => {
    run(wanted);
  }, [value]);
  return { value, note, choose, insert };
}

/** Does once what is wanted. */
function run(wanted: { current: (() => void) | null }): void {
  wanted.current?.();
  wanted.current = null;
}
