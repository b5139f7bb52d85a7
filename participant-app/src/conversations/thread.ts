/** What a conversation looks like: everything said, in order, and how far each own word got. */
import type { Location, Message, MessageBody } from '@steward/client-kit/live';
import type { OutboxEntry, Upload } from '@steward/client-kit/outbox';
import type { Copy } from '@steward/client-kit/replica';
import { emergencyNumber } from '../events/emergency';
import type { LocalRequest } from '../help-requests/model';
import { texts } from '../texts/texts';

/** How far an own message got. */
export type Progress = 'waiting' | 'sent' | 'delivered' | 'read' | 'refused';

export interface ThreadItem {
  key: string;
  from: 'me' | 'staff' | 'system';
  /** Who wrote it, where their name is known. */
  name?: string;
  /** Its words; of what carries a file without words, nothing. */
  text: string;
  /** What it carries, where it is more than words. */
  body?: MessageBody;
  /** The file that it carries, while this phone has it. */
  upload?: Upload;
  at: string;
  location?: Location;
  /** Whom to call instead, where Steward itself says that nobody can help here. */
  call?: string;
  progress?: Progress;
  refusal?: { code: string; detail?: string };
  seq?: number;
  /** What it answers. */
  quote?: Quote;
}

/** A message that another one answers, as far as it is here. */
export type Quote = { seq: number } & Partial<Pick<ThreadItem, 'from' | 'name' | 'text'>>;

export interface ThreadParts {
  local: LocalRequest | undefined;
  copy: Copy | undefined;
  waiting: readonly OutboxEntry[];
  me: string | undefined;
}

export function threadOf({ local, copy, waiting, me }: ThreadParts): ThreadItem[] {
  const messages = copy?.messages ?? [];
  const stored = new Set(messages.map((message) => message.client_id));
  const said = messages.map((message) => itemOf(message, copy, me));
  const rest = waiting
    .filter((entry) => !stored.has(entry.client_id))
    .map((entry) => ({ ...entryItem(entry), quote: quoteOf(entry.reply_to, copy, me) }));
  const first = messages.some(({ seq }) => seq === 1) ? [] : firstWords(local);
  return [...first, ...said, ...rest];
}

/** Up to where everything has been read here, and how many words of others came after. */
export function unread(copy: Copy | undefined, me: string | undefined): number {
  if (!copy || !me) return 0;
  const seen = copy.state?.seen[me] ?? 0;
  return copy.messages.filter(({ seq, sender }) => seq > seen && sender.id !== me).length;
}

/** The newest word of others, up to a number: only theirs are confirmed, since each confirmation costs bytes. */
export function newestOfOthers(copy: Copy | undefined, me: string | undefined, upTo: number): number {
  return copy?.messages.filter(({ seq, sender }) => seq <= upTo && sender.id !== me).at(-1)?.seq ?? 0;
}

/** The words of the request itself, until they come back as the first message. */
function firstWords(local: LocalRequest | undefined): ThreadItem[] {
  if (!local?.body) return [];
  const { text, location } = local.body;
  const progress = local.state === 'sent' ? 'sent' : local.state === 'refused' ? 'refused' : 'waiting';
  return [
    { key: local.key, from: 'me', text, at: local.writtenAt, location: location ?? undefined, progress },
  ];
}

function entryItem(entry: OutboxEntry): ThreadItem {
  return {
    key: entry.client_id,
    from: 'me',
    ...contentOf(entry.body),
    upload: entry.upload,
    at: entry.written_at,
    location: entry.location,
    progress: entry.refused ? 'refused' : 'waiting',
    refusal: entry.refused,
  };
}

/** The message with this number, to be shown above one that answers it. */
export function quoteOf(
  seq: number | null | undefined,
  copy: Copy | undefined,
  me: string | undefined,
): Quote | undefined {
  if (!seq) return undefined;
  const message = copy?.messages.find((one) => one.seq === seq);
  return { seq, ...(message && { ...writerOf(message, copy, me), text: summaryOf(message.body) }) };
}

function writerOf({ sender }: Message, copy: Copy | undefined, me: string | undefined) {
  const mine = sender.id === me || (sender.kind === 'participant' && me === undefined);
  const from: ThreadItem['from'] = mine ? 'me' : sender.kind === 'system' ? 'system' : 'staff';
  const name = copy?.state?.members.find(({ id }) => id === sender.id)?.name ?? undefined;
  return { from, name: from === 'staff' ? name : undefined };
}

function itemOf(message: Message, copy: Copy | undefined, me: string | undefined): ThreadItem {
  const { sender, seq } = message;
  const writer = writerOf(message, copy, me);
  return {
    key: message.client_id,
    ...writer,
    ...contentOf(message.body),
    quote: quoteOf(message.reply_to, copy, me),
    call: callOf(message.body),
    at: message.at,
    location: message.location ?? undefined,
    progress: writer.from === 'me' ? progressOf(seq, copy, sender.id) : undefined,
    seq,
  };
}

function contentOf(body: MessageBody): Pick<ThreadItem, 'text' | 'body'> {
  const carries = body.kind === 'photo' || body.kind === 'voice';
  return { text: wordsOf(body), body: carries ? body : undefined };
}

/** A message in one line. */
export function summaryOf(body: MessageBody): string {
  const { photo, voiceMessage } = texts.attachments;
  return wordsOf(body) || (body.kind === 'voice' ? voiceMessage : photo);
}

/** What Steward itself says is said in the person's language; what this app does not know yet, in English. */
function wordsOf(body: MessageBody): string {
  return body.kind === 'notice' ? (texts.conversation.notices[body.notice] ?? body.text) : (body.text ?? '');
}

function callOf(body: MessageBody): string | undefined {
  return body.kind === 'notice' ? emergencyNumber(body) : undefined;
}

/** Read beats delivered beats sent; anybody else who got there counts. */
function progressOf(seq: number, copy: Copy | undefined, me: string): Progress {
  const reached = (marks: Record<string, number> | undefined) =>
    Object.entries(marks ?? {}).some(([person, upTo]) => person !== me && upTo >= seq);
  if (reached(copy?.state?.seen)) return 'read';
  return reached(copy?.state?.received) ? 'delivered' : 'sent';
}
