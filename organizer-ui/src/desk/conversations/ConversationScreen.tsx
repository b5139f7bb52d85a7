import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { Conversation } from '../../api/types';
import { useFilling } from '../../saved-replies/useFilling';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { useConversation } from '../client/hooks';
import { isMine } from '../client/view';
import { ContextPanel } from '../context/ContextPanel';
import { ContextHands } from '../flow/ContextHands';
import { HandoverNote } from '../flow/HandoverNote';
import { useContextOpen } from '../layout/useContextOpen';
import { WithContext } from '../layout/WithContext';
import { useNameOf } from '../names';
import { ShowPlace } from '../places/PlaceLink';
import { usePlaces } from '../places/usePlaces';
import { CloseDialog } from './CloseDialog';
import { ClosedNote } from './ClosedNote';
import { Composer, type ComposerHandle } from './Composer';
import { ConversationHeader } from './ConversationHeader';
import { MessageList, type MessageListHandle, nameIn } from './MessageList';
import { Replying } from './Quote';

interface Props {
  id: string;
  state: Conversation;
}

/** What is said with one person, and what can be done about it. */
export function ConversationScreen({ id, state }: Props) {
  const { id: me } = useMember();
  const view = useConversation(id);
  const who = useNameOf()(state.participants[0]);
  const fill = useFilling(state);
  const context = useContextOpen();
  const { request } = state;
  const places = usePlaces(request, state, view.messages);
  const showPlace = (key: string) => {
    places.choose(key);
    context.show();
  };
  const [closing, setClosing] = useState(false);
  const [reply, setReply] = useState<number>();
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const mine = isMine(state, me);
  useWritingFirst(() => composer.current?.focus());
  const answer = useCallback((seq: number) => {
    setReply(seq);
    composer.current?.focus();
  }, []);
  const answered = view.messages.find((message) => message.seq === reply);
  useShortcuts({
    q: () => {
      const last = view.messages.findLast((message) => message.sender.kind === 'participant');
      if (mine && last) answer(last.seq);
    },
    r: () => composer.current?.focus(),
    n: () => list.current?.toNewest(),
    c: () => mine && setClosing(true),
  });
  return (
    <WithContext
      open={context.open}
      onClose={context.close}
      context={
        request && (
          <ContextPanel request={request} event={state.event} places={places} onClose={context.close}>
            <ContextHands state={state} />
          </ContextPanel>
        )
      }
    >
      <ConversationHeader
        view={view}
        who={who}
        mine={mine}
        contextOpen={context.open}
        onContext={context.toggle}
        onClose={() => setClosing(true)}
      />
      <HandoverNote state={state} />
      <ShowPlace value={showPlace}>
        <MessageList
          ref={list}
          view={view}
          me={me}
          who={who}
          onTakeBack={(text) => composer.current?.insert(text)}
          onReply={mine ? answer : undefined}
        />
      </ShowPlace>
      {mine && answered && (
        <Replying
          message={answered}
          name={nameIn(view, answered.sender.id) ?? who}
          onEnd={() => setReply(undefined)}
        />
      )}
      {mine ? (
        <Composer
          ref={composer}
          conversation={id}
          who={who}
          fill={fill}
          reply={reply}
          onSent={() => {
            setReply(undefined);
            list.current?.toNewest();
          }}
        />
      ) : (
        <ClosedNote state={state} who={who} />
      )}
      <CloseDialog
        conversation={id}
        who={who}
        open={closing && mine}
        unsent={view.pending.length > 0}
        onClose={() => setClosing(false)}
      />
    </WithContext>
  );
}

/** Whoever has just taken somebody writes first; where there is no keyboard, one would only cover the words. */
function useWritingFirst(focus: () => void): void {
  const { state, key } = useLocation();
  const wanted = (state as { write?: boolean } | null)?.write === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once for each way in
  useEffect(() => {
    if (wanted && !window.matchMedia('(hover: none)').matches) focus();
  }, [key]);
}
