import Box from '@mui/material/Box';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { clock } from '../../texts/formats';
import { Carried } from '../attachments/Carried';
import { PlaceLink } from '../places/PlaceLink';
import { ReadBy } from '../team/ReadBy';
import type { TeamMarks } from '../team/rules';
import { Bubble } from './Bubble';
import { MessageMark } from './MessageMark';
import { MessageText } from './MessageText';
import { ReplyButton } from './Quote';
import { type MessageState, summaryOf } from './rules';

interface Props {
  message: Message;
  own: boolean;
  name: string | undefined;
  follows: boolean;
  /** How far a message of mine came. */
  state: MessageState | undefined;
  /** The same with a team. */
  marks?: TeamMarks;
  /** What it answers, as a link to it. */
  quote?: ReactNode;
  /** Answers it; missing where one cannot write. */
  onReply?: (seq: number) => void;
  /** Shows a photo large. */
  onPhoto: (id: string) => void;
}

/** A message that the service has. */
export const MessageBubble = memo(function MessageBubble(props: Props) {
  const { message, own, name, follows, state, marks, quote, onReply, onPhoto } = props;
  const { t, i18n } = useTranslation('desk');
  const { body } = message;
  const kind: string = body.kind;
  const isKnown = kind === 'text' || kind === 'photo' || kind === 'voice';
  return (
    <Bubble
      own={own}
      follows={follows}
      head={own ? undefined : name}
      foot={
        <>
          <time dateTime={message.at}>{clock(message.at, i18n.language)}</time>
          {state && <MessageMark state={state} />}
          {marks && (marks.state === 'seen' ? <ReadBy {...marks} /> : <MessageMark state={marks.state} />)}
          {onReply && <ReplyButton text={summaryOf(body, t)} onReply={() => onReply(message.seq)} />}
        </>
      }
    >
      {quote}
      <Carried body={body} onOpen={onPhoto} />
      {isKnown ? (
        <MessageText text={body.text ?? ''} />
      ) : (
        <Box component="em" sx={{ color: 'text.secondary' }}>
          {t('conversation.unsupported')}
        </Box>
      )}
      {message.location && <PlaceLink seq={message.seq} location={message.location} />}
    </Bubble>
  );
});
