/** What a conversation looks like: everything said, in order, and how far each own word got. */
import type { Location, Message, MessageBody } from '@steward/client-kit/live';
import type { OutboxEntry } from '@steward/client-kit/outbox';
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
  text: string;
  at: string;
  location?: Location;
  /** Whom to call instead, where Steward itself says that nobody can help here. */
  call?: string;
  progress?: Progress;
  refusal?: { code: string; detail?: string };
  seq?: number;
}

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
  const rest = waiting.filter((entry) => !stored.has(entry.client_id)).map(entryItem);
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
export function newestOfOthers(copy: Copy | undefined, me: string | undefined, upTo = Infinity): number {
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
    text: wordsOf(entry.body),
    at: entry.written_at,
    location: entry.location,
    progress: entry.refused ? 'refused' : 'waiting',
    refusal: entry.refused,
  };
}

function itemOf(message: Message, copy: Copy | undefined, me: string | undefined): ThreadItem {
  const { sender, seq } = message;
  const mine = sender.id === me || (sender.kind === 'participant' && me === undefined);
  const from = mine ? 'me' : sender.kind === 'system' ? 'system' : 'staff';
  const name = copy?.state?.members.find(({ id }) => id === sender.id)?.name ?? undefined;
  return {
    key: message.client_id,
    from,
    name: from === 'staff' ? name : undefined,
    text: wordsOf(message.body),
    call: callOf(message.body),
    at: message.at,
    location: message.location ?? undefined,
    progress: mine ? progressOf(seq, copy, sender.id) : undefined,
    seq,
  };
}

/** What Steward itself says is said in the person's language; what this app does not know yet, in English. */
function wordsOf(body: MessageBody): string {
  return body.kind === 'notice' ? (texts.conversation.notices[body.notice] ?? body.text) : body.text;
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
