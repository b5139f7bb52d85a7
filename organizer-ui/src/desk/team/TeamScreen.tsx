import { MessagesSquare } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { EmptyState } from '../../components/EmptyState';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import type { ConversationView } from '../client/view';
import { Composer, type ComposerHandle } from '../conversations/Composer';
import { MessageList, type MessageListHandle } from '../conversations/MessageList';
import { Replying } from '../conversations/Quote';
import { nameIn } from '../conversations/writers';
import { useContextOpen } from '../layout/useContextOpen';
import { WithContext } from '../layout/WithContext';
import { TeamContext } from './TeamContext';
import { TeamHeader } from './TeamHeader';
import { TeamOver } from './TeamOver';

interface Props {
  view: ConversationView;
  state: Conversation;
}

/** Saved replies may be used here, too; they have nobody's name to be filled with. */
const asItIs = (text: string) => text;

/** What the members of an event's organization tell each other, and who of them is there. */
export function TeamScreen({ view, state }: Props) {
  const { t } = useTranslation('channel');
  const { id: me } = useMember();
  const context = useContextOpen();
  const [reply, setReply] = useState<number>();
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const open = state.status === 'open';
  const answer = (seq: number) => {
    setReply(seq);
    composer.current?.focus();
  };
  const answered = view.messages.find((message) => message.seq === reply);
  useShortcuts({
    q: () => {
      const last = view.messages.findLast((message) => message.sender.id !== me);
      if (open && last) answer(last.seq);
    },
    r: () => composer.current?.focus(),
    n: () => list.current?.toNewest(),
  });
  const quiet = view.messages.length === 0 && view.pending.length === 0 && !view.incomplete;
  return (
    <WithContext
      open={context.open}
      onClose={context.close}
      context={<TeamContext event={state.event} onClose={context.close} />}
    >
      <TeamHeader event={state.event} contextOpen={context.open} onContext={context.toggle} />
      {quiet ? (
        <EmptyState icon={MessagesSquare} title={t('emptyTitle')} text={t('emptyText')} />
      ) : (
        <MessageList
          ref={list}
          view={view}
          me={me}
          who={t('former')}
          onTakeBack={(text) => composer.current?.insert(text)}
          onReply={open ? answer : undefined}
        />
      )}
      {open ? (
        <>
          {answered && (
            <Replying
              message={answered}
              name={nameIn(view, answered.sender.id) ?? t('former')}
              onEnd={() => setReply(undefined)}
            />
          )}
          <Composer
            ref={composer}
            conversation={view.id}
            who={t('who')}
            fill={asItIs}
            reply={answered?.seq}
            onSent={() => {
              setReply(undefined);
              list.current?.toNewest();
            }}
          />
        </>
      ) : (
        <TeamOver since={state.closed_at} />
      )}
    </WithContext>
  );
}
