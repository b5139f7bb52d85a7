import type { RefObject } from 'react';
import type { Message } from '../../api/types';
import { NoteComposer } from '../notes/NoteComposer';
import type { WritingState } from '../notes/useWriting';
import { WriteSwitch } from '../notes/WriteSwitch';
import { Composer, type ComposerHandle } from './Composer';
import { Replying } from './Quote';

interface Props {
  conversation: string;
  who: string;
  /** Fills the placeholders of a saved reply. */
  fill: (text: string) => string;
  writing: WritingState;
  composer: RefObject<ComposerHandle | null>;
  /** The message that the next words answer, if any, and who wrote it. */
  answered: Message | undefined;
  answeredName: string | undefined;
  /** It is not answered any more. */
  onAnswered: () => void;
  onSent: () => void;
}

/** Below the messages: for whom one writes, and the field for it. */
export function WriteArea({ writing, composer, answered, answeredName, onAnswered, onSent, ...rest }: Props) {
  const isNote = writing.value === 'note';
  return (
    <>
      <WriteSwitch value={writing.value} onChange={writing.choose} />
      {!isNote && answered && <Replying message={answered} name={answeredName} onEnd={onAnswered} />}
      {isNote ? (
        <NoteComposer ref={writing.note} conversation={rest.conversation} onSent={onSent} />
      ) : (
        <Composer
          ref={composer}
          {...rest}
          reply={answered?.seq}
          onSent={() => {
            onAnswered();
            onSent();
          }}
        />
      )}
    </>
  );
}
