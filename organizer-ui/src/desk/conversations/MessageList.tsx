import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ArrowDown } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Message } from '../../api/types';
import { Loading } from '../../components/Loading';
import { usePhotoViewer } from '../attachments/usePhotoViewer';
import { useConnection, useDesk } from '../client/hooks';
import type { ConversationView } from '../client/view';
import { NoteList } from '../notes/NoteList';
import { PendingNotes } from '../notes/PendingNotes';
import { notesByMessage } from '../notes/rules';
import { marksInTeam } from '../team/rules';
import { DayLine, UnreadLine } from './lines';
import { MessageBubble } from './MessageBubble';
import { PendingBubble } from './PendingBubble';
import { messageId, QuoteLink } from './Quote';
import { continues, sameDay, stateOfEntry, stateOfMessage } from './rules';
import { SystemLine } from './SystemLine';
import { TypingLine } from './TypingLine';
import { useReading } from './useReading';
import { useStickyScroll } from './useStickyScroll';
import { nameIn, useWriters } from './writers';

export interface MessageListHandle {
  toNewest: () => void;
}

interface Props {
  ref: Ref<MessageListHandle>;
  view: ConversationView;
  me: string;
  who: string;
  /** Puts a refused text back where it was written. */
  onTakeBack: (text: string) => void;
  /** Answers a message; missing where one cannot write. */
  onReply?: (seq: number) => void;
}

/** What was said, in order, with what is still on its way at the end. */
export function MessageList({ ref, view, me, who, onTakeBack, onReply }: Props) {
  const { t } = useTranslation('desk');
  const writer = useWriters(view, who);
  const { phase } = useConnection();
  const newest = view.messages.at(-1)?.seq ?? 0;
  const beside = view.pending.length + view.notes.length + view.pendingNotes.length;
  const scroll = useStickyScroll(newest + beside, view.messages[0]?.seq ?? 0);
  const { unreadFrom, below } = useReading(view, me, scroll.atEnd);
  const { open, viewer } = usePhotoViewer(view.messages);
  const connected = phase === 'live' || phase === 'polling';
  const notes = useMemo(() => notesByMessage(view.notes, view.messages), [view.notes, view.messages]);
  useImperativeHandle(ref, () => ({ toNewest: scroll.toEnd }));
  useEffect(() => scroll.start(), [scroll.start]);

  return (
    <Box sx={{ flex: 1, minHeight: 0, position: 'relative', display: 'flex' }}>
      <Box
        ref={scroll.box}
        role="log"
        aria-label={t('conversation.messages')}
        tabIndex={0}
        onScroll={scroll.onScroll}
        sx={{
          flex: 1,
          overflowY: 'auto',
          overscrollBehavior: 'contain',
          px: { xs: 1.5, sm: 2.5 },
          py: 2,
          display: 'flex',
          flexDirection: 'column',
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        <Box sx={{ mt: 'auto' }} />
        <Earlier view={view} />
        {view.incomplete && view.messages.length === 0 && <Loading rows={3} height={44} />}
        <NoteList view={view} notes={notes.get(0)} me={me} />
        {view.messages.map((message, index) => {
          const before = view.messages[index - 1];
          const follows = continues(before, message) && message.seq !== unreadFrom;
          return (
            <Box
              key={message.seq}
              id={messageId(message.seq)}
              tabIndex={-1}
              sx={{
                // Rows out of sight are guessed to be as high as a line of words; a photo is known better.
                contentVisibility: message.body.kind === 'photo' ? 'visible' : 'auto',
                containIntrinsicSize: 'auto 60px',
                flex: 'none',
              }}
            >
              {(!before || !sameDay(before.at, message.at)) && <DayLine at={message.at} />}
              {message.seq === unreadFrom && <UnreadLine />}
              {message.sender.kind === 'system' ? (
                <SystemLine message={message} />
              ) : (
                <MessageBubble
                  message={message}
                  own={message.sender.id === me}
                  name={writer(message.sender)}
                  follows={follows}
                  quote={
                    message.reply_to ? <QuoteIn view={view} who={who} seq={message.reply_to} /> : undefined
                  }
                  onReply={onReply}
                  onPhoto={open}
                  {...howFar(message, view.state, me)}
                />
              )}
              <NoteList view={view} notes={notes.get(message.seq)} me={me} />
            </Box>
          );
        })}
        <PendingNotes view={view} />
        {view.pending.map((entry) => (
          <PendingBubble
            key={entry.client_id}
            entry={entry}
            state={stateOfEntry(entry, connected)}
            onTakeBack={onTakeBack}
          />
        ))}
        <TypingLine names={view.typing.map((person) => nameIn(view, person) ?? who)} />
      </Box>
      {viewer}
      {!scroll.atEnd && (
        <Button
          variant="contained"
          size="small"
          startIcon={<ArrowDown size={16} aria-hidden />}
          onClick={scroll.toEnd}
          aria-keyshortcuts="n"
          sx={{
            position: 'absolute',
            bottom: 12,
            left: '50%',
            transform: 'translateX(-50%)',
            borderRadius: 5,
            boxShadow: 4,
          }}
        >
          {below > 0 ? t('conversation.newMessages', { count: below }) : t('conversation.newest')}
        </Button>
      )}
    </Box>
  );
}

/** What was said before what is here. */
function Earlier({ view }: { view: ConversationView }) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  if (!view.hasEarlier) return null;
  return (
    <Button
      size="small"
      color="inherit"
      loading={view.loadingEarlier}
      onClick={() => void desk.loadEarlier(view.id).catch(() => undefined)}
      sx={{ alignSelf: 'center', mb: 1 }}
    >
      {t('conversation.earlier')}
    </Button>
  );
}

function QuoteIn({ view, who, seq }: { view: ConversationView; who: string; seq: number }) {
  const writer = useWriters(view, who);
  const message = view.messages.find((one) => one.seq === seq);
  return <QuoteLink seq={seq} message={message} name={message && (writer(message.sender) ?? who)} />;
}

/** How far a message of mine came, with the person or with a team; nothing of what others wrote. */
function howFar(message: Message, state: Conversation | undefined, me: string) {
  if (!state || message.sender.id !== me) return { state: undefined };
  if (state.kind === 'team') return { state: undefined, marks: marksInTeam(message, state) };
  return { state: stateOfMessage(message, state) };
}
