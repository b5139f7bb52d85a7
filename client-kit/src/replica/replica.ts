/**
 * This app's copy of its conversations. It takes frames in whatever order the network brings them, keeps every
 * message once and in order, and reads what is missing by plain calls.
 */
import {
  type AckFrame,
  type BehindFrame,
  type Conversation,
  type ConversationFrame,
  fullJitter,
  type LocatedFrame,
  type Message,
  type MessageFrame,
  type Position,
  type ReceiptFrame,
  type ResetFrame,
} from '../live';
import type { OutboxEntry } from '../outbox';
import { ProblemError } from '../problem/problem';
import { Sequence } from './sequence';
import type { ReplicaStore } from './store';

export interface ReplicaOptions {
  store: ReplicaStore;
  /** `GET /conversations/{id}/messages?after_seq=`: the next messages above a number, in order. */
  read: (conversation: string, afterSeq: number) => Promise<Message[]>;
  /** Something of this conversation can be seen differently now. */
  onChange: (conversation: string) => void;
  /** Acknowledged messages of ours that the server lost when its store went back in time: to be offered again. */
  onLost: (messages: Message[]) => Promise<void>;
  /** `GET /conversations/{id}`: read after a reset only. */
  readState: (conversation: string) => Promise<Conversation>;
  /** Who this app belongs to. */
  person: () => Message['sender'] | undefined;
  random?: () => number;
}

/** What the app has of one conversation. */
export interface Copy {
  readonly id: string;
  readonly state: Conversation | undefined;
  /** In order; above a hole there may be more than the position says. */
  readonly messages: readonly Message[];
  /** Whether something is known to be missing, and is being read. */
  readonly incomplete: boolean;
}

interface Held {
  state: Conversation | undefined;
  messages: Message[];
  sequence: Sequence;
  /** Counts readings; one that was overtaken by a reset stops. */
  reading: number;
  repairing: boolean;
  /** While a conversation is read anew, what arrives meanwhile waits here. */
  late: Message[] | undefined;
}

/** Messages that overtook each other on their way usually meet within this. */
const SETTLE_MS = 300;
/** The protocol takes so many positions in one hello. */
const MOST_POSITIONS = 500;

export class Replica {
  private readonly held = new Map<string, Held>();
  private storedEpoch: string | undefined;

  constructor(private readonly options: ReplicaOptions) {}

  get epoch(): string | undefined {
    return this.storedEpoch;
  }

  /** Reads what an earlier life of the app kept. */
  async load(): Promise<void> {
    const kept = await this.options.store.load();
    this.storedEpoch = kept.epoch;
    for (const state of kept.states) this.keepState(state);
    for (const message of kept.messages) this.keep(this.hold(message.conversation), message);
  }

  /** Reads one conversation again after another tab changed it. */
  async reload(conversation: string): Promise<void> {
    const { state, messages } = await this.options.store.loadOne(conversation);
    const held = this.hold(conversation);
    if (state) this.keepState(state);
    this.refill(held, messages);
    this.options.onChange(conversation);
  }

  copy(conversation: string): Copy | undefined {
    const held = this.held.get(conversation);
    if (!held) return undefined;
    const { state, messages, sequence } = held;
    return { id: conversation, state, messages, incomplete: sequence.behind };
  }

  copies(): Copy[] {
    return [...this.held.keys()].flatMap((id) => this.copy(id) ?? []);
  }

  /** For `hello`: what is here of every open conversation. */
  positions(): Position[] {
    return [...this.held]
      .filter(([, { state }]) => state?.status !== 'closed')
      .map(([conversation, { state, sequence }]) => ({
        conversation,
        seq: sequence.head,
        version: state?.version,
      }))
      .slice(-MOST_POSITIONS);
  }

  /** Everything of this conversation up to here is present. */
  head(conversation: string): number {
    return this.held.get(conversation)?.sequence.head ?? 0;
  }

  /** Whether a conversation is being read anew; until that is done nothing should be sent there. */
  renewing(conversation: string): boolean {
    return this.held.get(conversation)?.late !== undefined;
  }

  /** A conversation that is not this person's any more: what was seen stays, nothing is asked of it again. */
  async disown(conversation: string): Promise<void> {
    const state = this.held.get(conversation)?.state;
    if (state?.status === 'open') await this.state({ state: { ...state, status: 'closed' } });
  }

  /** Forgets everything; what is kept is for the app to clear. */
  clear(): void {
    for (const held of this.held.values()) held.reading += 1;
    this.held.clear();
    this.storedEpoch = undefined;
  }

  /** Whether a message of ours is stored. */
  hasOwn(conversation: string, clientId: string): boolean {
    const messages = this.held.get(conversation)?.messages ?? [];
    return messages.some((message) => message.client_id === clientId);
  }

  async state({ state }: Pick<ConversationFrame, 'state'>): Promise<void> {
    const held = this.keepState(state);
    if (!held) return;
    // With the receipts that are only known here: they are read again after a restart.
    await this.options.store.putState(held.state ?? state);
    this.options.onChange(state.id);
    if (held.sequence.behind) this.repairSoon(state.id, held);
  }

  async message(frame: MessageFrame | Message): Promise<void> {
    const { type: _, ...message } = frame as MessageFrame;
    await this.keepAll(message.conversation, [message]);
  }

  /** Our own message, confirmed: what was written, under the number it got. */
  async own(entry: OutboxEntry, ack: Omit<AckFrame, 'type'>): Promise<void> {
    const sender = this.options.person();
    if (!sender) return;
    await this.message({
      conversation: ack.conversation,
      seq: ack.seq,
      client_id: ack.client_id,
      sender,
      at: ack.at,
      body: entry.body,
      reply_to: entry.reply_to,
      location: entry.location,
    });
  }

  /** Reads what is known to be missing of a conversation that no connection replays, such as a closed one. */
  async complete(conversation: string): Promise<void> {
    const held = this.held.get(conversation);
    if (held?.sequence.behind) await this.repair(conversation, held);
  }

  behind({ conversation, head }: Pick<BehindFrame, 'conversation' | 'head'>): void {
    const held = this.hold(conversation);
    held.sequence.expect(head);
    void this.repair(conversation, held);
  }

  async receipt({ type, conversation, person, seq }: ReceiptFrame): Promise<void> {
    const state = this.held.get(conversation)?.state;
    if (!state || (state[type][person] ?? 0) >= seq) return;
    await this.state({ state: { ...state, [type]: { ...state[type], [person]: seq } } });
  }

  /** Where somebody is who shares it. That they begin and end it stands in the state. */
  async located({ type: _, conversation, ...place }: LocatedFrame): Promise<void> {
    const state = this.held.get(conversation)?.state;
    if (!state || (state.located && Date.parse(state.located.at) >= Date.parse(place.at))) return;
    await this.state({ state: { ...state, located: { ...place, stopped_at: null } } });
  }

  /** The epoch of the store we are connected to; another one than ours means that it went back in time. */
  async welcome(epoch: string): Promise<void> {
    if (this.storedEpoch === epoch) return;
    const known = this.storedEpoch !== undefined;
    this.storedEpoch = epoch;
    if (known) await this.resetAll();
    await this.options.store.putEpoch(epoch);
  }

  async reset({ conversation, epoch }: Pick<ResetFrame, 'conversation' | 'epoch'>): Promise<void> {
    if (conversation) await this.refetch(conversation);
    else await this.welcome(epoch);
  }

  private async resetAll(): Promise<void> {
    const open = [...this.held].filter(([, { state }]) => state?.status !== 'closed');
    await Promise.all(open.map(([conversation]) => this.refetch(conversation)));
  }

  /** Reads a conversation from its beginning; what of ours the server lost is offered again. */
  private async refetch(conversation: string): Promise<void> {
    const held = this.hold(conversation);
    held.reading += 1;
    held.late ??= [];
    const reading = held.reading;
    const fresh = await this.readAll(conversation, held, reading);
    if (reading !== held.reading) return;
    if (fresh) await this.renew(conversation, held, fresh);
    const late = held.late ?? [];
    held.late = undefined;
    await this.keepAll(conversation, late);
    this.options.onChange(conversation);
  }

  private async renew(conversation: string, held: Held, fresh: Message[]): Promise<void> {
    const stored = new Set(fresh.map((message) => message.client_id));
    const me = this.options.person()?.id;
    const lost = held.messages.filter(({ sender, client_id }) => sender.id === me && !stored.has(client_id));
    await this.options.onLost(lost);
    const state = await this.options.readState(conversation).catch(() => undefined);
    await this.options.store.replace(conversation, fresh);
    if (state) await this.options.store.putState(state);
    held.state = state ?? held.state;
    this.refill(held, fresh);
  }

  /** All messages, read page by page, however long it takes; nothing when overtaken or refused. */
  private async readAll(conversation: string, held: Held, reading: number): Promise<Message[] | undefined> {
    const all: Message[] = [];
    for (let failures = 0; ; ) {
      try {
        const last = all.at(-1)?.seq ?? 0;
        const page = await this.options.read(conversation, last);
        if (reading !== held.reading) return undefined;
        if ((page.at(-1)?.seq ?? 0) <= last) return all;
        all.push(...page);
        failures = 0;
      } catch (error) {
        if (reading !== held.reading || refusedForGood(error)) return undefined;
        await pause(fullJitter(failures++, this.options.random));
      }
    }
  }

  private repairSoon(conversation: string, held: Held): void {
    if (held.repairing) return;
    held.repairing = true;
    setTimeout(() => {
      held.repairing = false;
      if (held.sequence.behind) void this.repair(conversation, held);
    }, SETTLE_MS);
  }

  /** Reads what is missing above the head. */
  private async repair(conversation: string, held: Held): Promise<void> {
    if (held.repairing || held.late) return;
    held.repairing = true;
    const reading = held.reading;
    for (let failures = 0; held.sequence.behind && reading === held.reading; ) {
      try {
        const page = await this.options.read(conversation, held.sequence.head);
        if (reading !== held.reading) break;
        const before = held.sequence.head;
        await this.keepAll(conversation, page);
        if (held.sequence.head === before) held.sequence.giveUp();
        failures = 0;
      } catch (error) {
        if (refusedForGood(error)) break;
        await pause(fullJitter(failures++, this.options.random));
      }
    }
    held.repairing = false;
    this.options.onChange(conversation);
  }

  private async keepAll(conversation: string, messages: Message[]): Promise<void> {
    const held = this.hold(conversation);
    if (held.late) {
      held.late.push(...messages);
      return;
    }
    const news = messages.filter((message) => this.keep(held, message));
    if (news.length > 0) {
      await this.options.store.putMessages(news);
      this.options.onChange(conversation);
    }
    if (held.sequence.behind) this.repairSoon(conversation, held);
  }

  private keep(held: Held, message: Message): boolean {
    if (!held.sequence.add(message.seq)) return false;
    const { messages } = held;
    let at = messages.length;
    while (at > 0 && (messages[at - 1]?.seq ?? 0) > message.seq) at -= 1;
    held.messages = [...messages.slice(0, at), message, ...messages.slice(at)];
    return true;
  }

  private keepState(state: Conversation): Held | undefined {
    const held = this.hold(state.id);
    if (held.state && held.state.version > state.version) return undefined;
    held.state = mergeReceipts(held.state, state);
    held.sequence.startAt(state.first_seq);
    if (!held.late) held.sequence.expect(state.last_seq);
    return held;
  }

  private refill(held: Held, messages: Message[]): void {
    held.messages = [];
    held.sequence = new Sequence();
    if (held.state) held.sequence.startAt(held.state.first_seq);
    for (const message of messages) this.keep(held, message);
  }

  private hold(conversation: string): Held {
    let held = this.held.get(conversation);
    if (!held) {
      held = {
        state: undefined,
        messages: [],
        sequence: new Sequence(),
        reading: 0,
        repairing: false,
        late: undefined,
      };
      this.held.set(conversation, held);
    }
    return held;
  }
}

/** Receipts only grow; a state that was on its way meanwhile does not take them back. */
function mergeReceipts(old: Conversation | undefined, fresh: Conversation): Conversation {
  if (!old) return fresh;
  const later = (one: Record<string, number>, other: Record<string, number>) => {
    const merged = { ...one };
    for (const [person, seq] of Object.entries(other)) merged[person] = Math.max(seq, merged[person] ?? 0);
    return merged;
  };
  return { ...fresh, received: later(old.received, fresh.received), seen: later(old.seen, fresh.seen) };
}

function refusedForGood(error: unknown): boolean {
  return error instanceof ProblemError && !error.temporary;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
