import Button from '@mui/material/Button';
import type { OutboxEntry } from '@steward/client-kit/outbox';
import { useTranslation } from 'react-i18next';
import { clock } from '../../texts/formats';
import { Carried } from '../attachments/Carried';
import { UploadProgress } from '../attachments/UploadProgress';
import { useDesk } from '../client/hooks';
import { Bubble } from './Bubble';
import { MessageMark } from './MessageMark';
import type { MessageState } from './rules';

const REASONS = ['closed', 'forbidden', 'not_found', 'invalid', 'conflict', 'too_large', 'quota'] as const;

interface Props {
  entry: OutboxEntry;
  state: MessageState;
  onTakeBack: (text: string) => void;
}

/** Something that was written and is not confirmed: it waits, is on its way, or was refused. */
export function PendingBubble({ entry, state, onTakeBack }: Props) {
  const { t, i18n } = useTranslation('desk');
  const desk = useDesk();
  const text = entry.body.text ?? '';
  const reason = REASONS.find((known) => known === entry.refused?.code) ?? 'other';
  const takeBack = () => {
    onTakeBack(text);
    void desk.discard(entry.client_id);
  };
  const unsay = async (andWrite: boolean) => {
    if ((await desk.takeBack(entry.client_id)) && andWrite) onTakeBack(text);
  };
  return (
    <Bubble
      own
      follows={false}
      faint
      failed={state === 'failed'}
      foot={
        entry.refused ? (
          <>
            <span role="alert">{t('message.failedBecause', { reason: t(`refused.${reason}`) })}</span>
            <Button size="small" onClick={() => void desk.retry(entry.client_id)}>
              {t('message.retry')}
            </Button>
            {text && (
              <Button size="small" onClick={takeBack}>
                {t('message.edit')}
              </Button>
            )}
            <Button size="small" color="inherit" onClick={() => void desk.discard(entry.client_id)}>
              {t('message.discard')}
            </Button>
          </>
        ) : (
          <>
            <time dateTime={entry.written_at}>{clock(entry.written_at, i18n.language)}</time>
            <MessageMark state={state} />
            {(state === 'waiting' || entry.upload) && desk.canTakeBack(entry.client_id) && (
              <>
                {text && (
                  <Button size="small" onClick={() => void unsay(true)}>
                    {t('message.edit')}
                  </Button>
                )}
                <Button size="small" color="inherit" onClick={() => void unsay(false)}>
                  {t('message.discard')}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <Carried body={entry.body} upload={entry.upload} />
      {text}
      {entry.upload && state !== 'failed' && <UploadProgress entry={entry} />}
    </Bubble>
  );
}
