import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { Conversation } from '../../api/types';
import { useConversationIncidents } from '../../incidents/useConversationIncidents';
import { useFilling } from '../../saved-replies/useFilling';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { useConversation } from '../client/hooks';
import { isMine } from '../client/view';
import { ContextEarlier } from '../context/ContextEarlier';
import { ContextPanel } from '../context/ContextPanel';
import { ContextTranscript } from '../context/ContextTranscript';
import { ContextHands } from '../flow/ContextHands';
import { HandoverNote } from '../flow/HandoverNote';
import { useContextOpen } from '../layout/useContextOpen';
import { WithContext } from '../layout/WithContext';
import { useNameOf } from '../names';
import { useWriting } from '../notes/useWriting';
import { ShowPlace } from '../places/PlaceLink';
import { usePlaces } from '../places/usePlaces';
import { ContextTags, focusTags } from '../tags/ContextTags';
import { CloseDialog } from './CloseDialog';
import { ClosedNote } from './ClosedNote';
import type { ComposerHandle } from './Composer';
import { ConversationHeader } from './ConversationHeader';
import { MessageList, type MessageListHandle } from './MessageList';
import { WriteArea } from './WriteArea';
import { useWriters } from './writers';

interface Props {
  id: string;
  state: Conversation;
}

/** What is said with one person, and what can be done about it. */
export function ConversationScreen({ id, state }: Props) {
  const { id: me } = useMember();
  const view = useConversation(id);
  const who = useNameOf()(state.participants[0]);
  const writer = useWriters(view, who);
  const fill = useFilling(state);
  const context = useContextOpen();
  const places = usePlaces(state.request, state, view.messages);
  const showPlace = (key: string) => {
    places.choose(key);
    context.show();
  };
  const [closing, setClosing] = useState(false);
  const [reply, setReply] = useState<number>();
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const mine = isMine(state, me);
  const writing = useWriting(composer);
  useWritingFirst(() => composer.current?.focus());
  const incidents = useConversationIncidents(state.request);
  const answer = useCallback(
    (seq: number) => {
      setReply(seq);
      writing.choose('message');
    },
    [writing.choose],
  );
  const answered = view.messages.find((message) => message.seq === reply);
  useShortcuts({
    q: () => {
      const last = view.messages.findLast((message) => message.sender.kind === 'participant');
      if (mine && last) answer(last.seq);
    },
    r: () => writing.choose('message'),
    w: () => mine && writing.choose('note'),
    n: () => list.current?.toNewest(),
    '#': () => {
      context.show();
      focusTags();
    },
    c: () => mine && setClosing(true),
  });
  return (
    <WithContext
      open={context.open}
      onClose={context.close}
      context={
        state.request && (
          <ContextPanel request={state.request} event={state.event} places={places} onClose={context.close}>
            <ContextTags conversation={id} tags={view.tags} />
            {incidents.section}
            <ContextHands state={state} />
            <ContextEarlier conversation={id} />
            <ContextTranscript conversation={id} />
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
          onTakeBack={(text) => writing.insert(text)}
          onReply={mine ? answer : undefined}
        />
      </ShowPlace>
      {mine ? (
        <WriteArea
          conversation={id}
          who={who}
          fill={fill}
          writing={writing}
          composer={composer}
          answered={answered}
          answeredName={answered && (writer(answered.sender) ?? who)}
          onAnswered={() => setReply(undefined)}
          onSent={() => list.current?.toNewest()}
        />
      ) : (
        <ClosedNote state={state} who={who} />
      )}
      {incidents.dialogs}
      <CloseDialog
        conversation={id}
        who={who}
        open={closing && mine}
        unsent={view.pending.length + view.pendingNotes.length > 0}
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
