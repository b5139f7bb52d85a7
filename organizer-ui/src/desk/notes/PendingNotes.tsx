import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useConnection, useDesk } from '../client/hooks';
import type { ConversationView } from '../client/view';
import { MessageMark } from '../conversations/MessageMark';
import { stateOfEntry } from '../conversations/rules';
import { NoteFrame } from './NoteFrame';

/** Notes that were written here and are not confirmed. */
export function PendingNotes({ view }: { view: ConversationView }) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const { phase } = useConnection();
  const connected = phase === 'live' || phase === 'polling';
  return view.pendingNotes.map((entry) => (
    <NoteFrame
      key={entry.client_id}
      faint
      failed={entry.refused !== undefined}
      foot={
        <>
          <MessageMark state={stateOfEntry(entry, connected)} />
          {entry.refused && (
            <>
              <Button size="small" onClick={() => void desk.retry(entry.client_id)}>
                {t('message.retry')}
              </Button>
              <Button size="small" color="inherit" onClick={() => void desk.discard(entry.client_id)}>
                {t('message.discard')}
              </Button>
            </>
          )}
        </>
      }
    >
      {entry.body.text ?? ''}
    </NoteFrame>
  ));
}
