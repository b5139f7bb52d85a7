import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { clock } from '../../texts/formats';
import type { ConversationView } from '../client/view';
import { MessageText } from '../conversations/MessageText';
import { NoteFrame } from './NoteFrame';

interface Props {
  view: ConversationView;
  /** Those that stand at one place. */
  notes: readonly Message[] | undefined;
  me: string;
}

/** What colleagues noted at one place of the conversation. */
export function NoteList({ view, notes, me }: Props) {
  const { t, i18n } = useTranslation('desk');
  return notes?.map((note) => {
    const author = view.state?.members.find((member) => member.id === note.sender.id)?.name;
    return (
      <NoteFrame
        key={note.seq}
        name={note.sender.id === me ? undefined : (author ?? t('notes.colleague'))}
        foot={<time dateTime={note.at}>{clock(note.at, i18n.language)}</time>}
      >
        <MessageText text={note.body.text ?? ''} />
      </NoteFrame>
    );
  });
}
