import { telephone } from '@steward/client-kit/text';
import { useSteward } from '../app/context';
import { Carried } from '../attachments/carried';
import { Place } from '../location/place';
import { moment, texts } from '../texts/texts';
import { Icon, type IconName } from '../ui/icons';
import { QuoteLine } from './quote';
import { MessageText } from './text';
import { type Progress, summaryOf, type ThreadItem } from './thread';
import type { TakeBack, ThreadProps } from './thread-view';

const marks: Record<Progress, IconName> = {
  waiting: 'clock',
  sent: 'check',
  delivered: 'checks',
  read: 'checks',
  refused: 'alert',
};

type BubbleProps = { item: ThreadItem } & Pick<ThreadProps, 'onReply' | 'onTakeBack'>;

/** One message: the person's own at the right, everybody else's at the left. */
export function Bubble({ item, onReply, onTakeBack }: BubbleProps) {
  const { conversation } = texts;
  if (item.from === 'system') return <Notice item={item} />;
  const mine = item.from === 'me';
  return (
    <li
      class={mine ? 'bubble mine' : 'bubble theirs'}
      id={item.seq ? messageId(item.seq) : undefined}
      tabIndex={-1}
    >
      <span class="hidden">{mine ? conversation.you : (item.name ?? conversation.staff)}: </span>
      {!mine && (
        <span class="author" aria-hidden="true">
          {item.name ?? conversation.staff}
        </span>
      )}
      {item.quote && <QuoteLine quote={item.quote} onTap={jumpTo} />}
      {item.body && <Carried item={item} />}
      {item.text && <MessageText text={item.text} />}
      {item.location && <Place location={item.location} />}
      <span class="meta">
        <time dateTime={item.at}>{moment(item.at)}</time>
        {item.progress && (
          <span class={`progress ${item.progress}`}>
            <Icon name={marks[item.progress]} />
            {conversation.progress[item.progress]}
          </span>
        )}
        {onReply && item.seq !== undefined && (
          <button
            type="button"
            class="reply"
            aria-label={conversation.replyTo(item.body ? summaryOf(item.body) : item.text)}
            onClick={() => onReply(item.seq ?? 0)}
          >
            <Icon name="reply" />
          </button>
        )}
      </span>
      {item.progress === 'refused' && item.refusal && <Refused item={item} code={item.refusal.code} />}
      {item.progress === 'waiting' && onTakeBack && <Waiting item={item} onTakeBack={onTakeBack} />}
    </li>
  );
}

const messageId = (seq: number) => `message-${seq}`;

/** Shows the message that another one answers. */
function jumpTo(seq: number): void {
  const bubble = document.getElementById(messageId(seq));
  bubble?.scrollIntoView({ block: 'center' });
  bubble?.focus({ preventScroll: true });
}

/** What Steward itself has to say. */
function Notice({ item }: { item: ThreadItem }) {
  return (
    <li class="notice-line">
      <MessageText text={item.text} />
      {item.call && (
        <a class="button" href={telephone(item.call)}>
          <Icon name="phone" />
          {texts.conversation.noticeCall(item.call)}
        </a>
      )}
    </li>
  );
}

/** It is still on this phone alone: it can be changed, or not be said at all. */
function Waiting({ item, onTakeBack }: { item: ThreadItem; onTakeBack: TakeBack }) {
  const { outbox, link } = useSteward();
  const { conversation } = texts;
  // Another tab holds the connection: only that one knows what has left.
  if (!link.leading || !outbox.canTakeBack(item.key)) return null;
  const change = async () => {
    const entry = await outbox.takeBack(item.key);
    if (entry) onTakeBack(item.text, item.location);
  };
  return (
    <div class="row acts">
      {!item.body && (
        <button type="button" class="quiet" onClick={() => void change()}>
          {conversation.change}
        </button>
      )}
      <button type="button" class="quiet" onClick={() => void outbox.takeBack(item.key)}>
        {conversation.discard}
      </button>
    </div>
  );
}

/** The server will not take it; the words stay until the person decides. */
function Refused({ item, code }: { item: ThreadItem; code: string }) {
  const { outbox } = useSteward();
  const { conversation } = texts;
  const reason =
    conversation.refusals[code as keyof typeof conversation.refusals] ?? conversation.refusals.other;
  return (
    <div class="refusal" role="alert">
      <p>{reason}</p>
      <div class="row">
        <button type="button" class="quiet" onClick={() => void outbox.retry(item.key)}>
          {conversation.retry}
        </button>
        <button type="button" class="quiet danger" onClick={() => void outbox.discard(item.key)}>
          {conversation.discard}
        </button>
      </div>
    </div>
  );
}
