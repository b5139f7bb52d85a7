/**
 * What was written and is not confirmed yet: kept, sent once the connection is there, in order, until the server
 * has confirmed it or refused it for good.
 *
 * Each conversation is a chain: an entry names the unconfirmed one before it (`previous`), so that the server keeps
 * the order also when some of them are sent again. An entry leaves the outbox only by `settle`, `discard`, or never.
 *
 * What carries a file takes its place in the chain once the file is with the server: words never wait behind it.
 */
import { uuidV7 } from '../ids';
import { fullJitter, type Location, type MessageBody, type RefusedFrame, type SendFrame } from '../live';
import { carriedBy, type OutboxEntry, type OutboxStore, type Upload } from './entry';

export interface NewEntry {
  conversation: string;
  body: MessageBody;
  reply_to?: number;
  location?: Location;
  upload?: Upload;
}

export interface OutboxOptions {
  store: OutboxStore;
  /** Hands a frame to the connection; false when there is none. */
  send: (frame: SendFrame) => boolean;
  /** Entries appeared, left, or changed what can be seen of them. */
  onChange: (conversation: string) => void;
  /** Whether entries of this conversation can be sent yet (not while its request is still to be made). */
  sendable?: (conversation: string) => boolean;
  /** A file that was sent from here before, if it is still here. */
  fileOf?: (id: string) => Promise<Blob | undefined>;
  random?: () => number;
}

/** A send that was neither confirmed nor refused on a living connection is repeated after this. */
const ANSWER_TIMEOUT_MS = 20_000;

type Refusal = NonNullable<OutboxEntry['refused']>;

interface Pause {
  until: number;
  attempt: number;
}

export class Outbox {
  private entries: OutboxEntry[] = [];
  /** What is on its way, and when it was sent. */
  private readonly inFlight = new Map<string, number>();
  /** What was handed to a connection in this life of the app: the server may have it, whatever is known here. */
  private readonly left = new Set<string>();
  /** Entries that the server lost after it had confirmed them: that confirmation does not count any more. */
  private readonly revived = new Set<string>();
  /** Conversations that the server asked to wait with. */
  private readonly pauses = new Map<string, Pause>();
  /** Entries whose way into the store, or out of it, is not complete. */
  private readonly saving = new Set<string>();
  /** The place that the last entry was given. */
  private lastOrder = 0;
  private connected = false;
  private window = 16;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: OutboxOptions) {}

  /** Reads what an earlier life of the app, or another tab, put into the store or took out of it. */
  async load(): Promise<void> {
    const kept = await this.options.store.load();
    const unsaved = this.entries.filter((entry) => this.saving.has(entry.client_id));
    const settled = kept.filter((entry) => !this.saving.has(entry.client_id));
    const touched = new Set([...this.entries, ...settled].map((entry) => entry.conversation));
    this.entries = [...settled, ...unsaved];
    this.entries.sort(inOrder);
    for (const conversation of touched) this.options.onChange(conversation);
    this.pump();
  }

  /** Everything unconfirmed of a conversation, in order. */
  of(conversation: string): OutboxEntry[] {
    return this.entries.filter((entry) => entry.conversation === conversation);
  }

  /** Whether anything still has to be sent. */
  get pending(): boolean {
    return this.entries.some((entry) => !entry.refused);
  }

  has(clientId: string): boolean {
    return this.find(clientId) !== undefined;
  }

  get(clientId: string): OutboxEntry | undefined {
    return this.find(clientId);
  }

  /** Keeps what was written, then sends it. When this resolves it survives the end of the app. */
  async write(written: NewEntry): Promise<OutboxEntry> {
    const entry: OutboxEntry = {
      ...written,
      client_id: uuidV7(),
      written_at: new Date().toISOString(),
      order: this.nextOrder(),
    };
    // What can be seen is kept: it appears once it would survive the end of the app.
    await this.save(entry);
    if (!this.has(entry.client_id)) this.insert(entry);
    this.options.onChange(entry.conversation);
    this.pump();
    return entry;
  }

  /** The connection is there and has replayed what was missed. */
  connect(unacknowledged: number): void {
    this.window = unacknowledged;
    this.connected = true;
    this.inFlight.clear();
    this.pauses.clear();
    this.pump();
  }

  /** The connection is gone: what was on its way has an unknown outcome and is offered again later. */
  disconnect(): void {
    this.connected = false;
    this.inFlight.clear();
    clearTimeout(this.timer);
  }

  /** The server has it: by acknowledgement, or because it came back as a message. Gives the entry that is done. */
  async settle(clientId: string): Promise<OutboxEntry | undefined> {
    const entry = this.find(clientId);
    if (!entry) return undefined;
    if (this.revived.delete(clientId)) {
      this.inFlight.delete(clientId);
      this.pump();
      return undefined;
    }
    this.forget(entry);
    this.pauses.delete(entry.conversation);
    await this.remove(clientId);
    this.pump();
    return entry;
  }

  /** The server did not take it. What may be sent again is; the rest stays, with the reason, for the person. */
  async refuse(frame: RefusedFrame): Promise<void> {
    const entry = frame.client_id ? this.find(frame.client_id) : undefined;
    if (!entry || !this.inFlight.has(entry.client_id)) return;
    const lost = frame.code === 'invalid' ? await this.fileAgain(entry) : undefined;
    this.inFlight.delete(entry.client_id);
    if (lost) {
      Object.assign(entry, { upload: lost, again: true });
      this.left.delete(entry.client_id);
      await this.save(entry);
      this.options.onChange(entry.conversation);
      this.pump();
      return;
    }
    if (frame.retry) {
      this.pause(entry.conversation, frame.after_ms ?? 0);
      this.pump();
      return;
    }
    await this.fail(entry, { code: frame.code, detail: frame.detail ?? undefined });
  }

  /** What a refused message carries, to go up once more: after a restore the server may know nothing of it. */
  private async fileAgain(entry: OutboxEntry): Promise<Upload | undefined> {
    const carried = carriedBy(entry.body);
    if (!carried || entry.again) return undefined;
    const file = entry.upload?.file ?? (await this.options.fileOf?.(carried.id).catch(() => undefined));
    return file && { ...carried, file };
  }

  /** What waits for its file to be uploaded, in order. */
  uploads(): OutboxEntry[] {
    return this.entries.filter((entry) => isUploading(entry) && !entry.refused);
  }

  /** The file is with the server: the message goes next, behind everything written meanwhile. */
  async uploaded(clientId: string, body: MessageBody): Promise<void> {
    const entry = this.find(clientId);
    if (!entry?.upload) return;
    entry.body = body;
    entry.upload = { ...entry.upload, done: true };
    await this.toEnd(entry);
  }

  /** The server will not take the file: it stays, with the reason, for the person. */
  async refuseUpload(clientId: string, refused: Refusal): Promise<void> {
    const entry = this.find(clientId);
    if (entry) await this.fail(entry, refused);
  }

  private async fail(entry: OutboxEntry, refused: Refusal): Promise<void> {
    this.left.delete(entry.client_id);
    entry.refused = refused;
    this.options.onChange(entry.conversation);
    await this.save(entry);
    this.pump();
  }

  /** Tries a refused entry again, behind everything written since. */
  async retry(clientId: string): Promise<void> {
    const entry = this.find(clientId);
    if (!entry?.refused) return;
    delete entry.refused;
    delete entry.again;
    await this.toEnd(entry);
  }

  private async toEnd(entry: OutboxEntry): Promise<void> {
    this.entries = this.entries.filter((other) => other !== entry);
    entry.order = this.nextOrder();
    this.entries.push(entry);
    this.options.onChange(entry.conversation);
    await this.save(entry);
    this.pump();
  }

  /** Throws a refused entry away. */
  async discard(clientId: string): Promise<void> {
    const entry = this.find(clientId);
    if (!entry?.refused) return;
    this.forget(entry);
    await this.remove(clientId);
  }

  /** Whether an entry can still be taken back, because nobody else can have it. */
  canTakeBack(clientId: string): boolean {
    return this.has(clientId) && !this.left.has(clientId);
  }

  /** Takes something back before it leaves; nothing when it may have left already. */
  async takeBack(clientId: string): Promise<OutboxEntry | undefined> {
    const entry = this.find(clientId);
    if (!entry || !this.canTakeBack(clientId)) return undefined;
    this.forget(entry);
    await this.remove(clientId);
    return entry;
  }

  /** Puts entries back that the server lost when its store went back in time, before everything else. */
  async putBack(lost: OutboxEntry[]): Promise<void> {
    for (const { client_id } of lost) if (this.has(client_id)) this.revived.add(client_id);
    const first = this.entries[0]?.order ?? this.nextOrder();
    const back = lost
      .filter((entry) => !this.find(entry.client_id))
      .map((entry, index) => ({ ...entry, order: first - lost.length + index }));
    this.entries.unshift(...back);
    for (const { client_id } of back) this.left.add(client_id);
    for (const entry of back) await this.save(entry);
    for (const conversation of new Set(back.map((entry) => entry.conversation))) {
      this.options.onChange(conversation);
    }
    this.pump();
  }

  /**
   * What was written before its conversation had an id goes there now. `keep` may put the entries into the store
   * together with what made them move.
   */
  async move(from: string, to: string, keep = (moved: OutboxEntry[]) => this.putAll(moved)): Promise<void> {
    const moved = this.of(from);
    for (const entry of moved) {
      entry.conversation = to;
      this.saving.add(entry.client_id);
    }
    await keep(moved.map((entry) => ({ ...entry }))).finally(() => {
      for (const { client_id } of moved) this.saving.delete(client_id);
    });
    this.options.onChange(from);
    this.options.onChange(to);
    this.pump();
  }

  /** Forgets entries, sent or not. */
  async clear(which: (entry: OutboxEntry) => boolean = () => true): Promise<void> {
    const gone = this.entries.filter(which);
    for (const entry of gone) this.forget(entry);
    for (const { client_id } of gone) await this.remove(client_id);
  }

  /** Sends whatever may be sent now. Called by itself; call it when `sendable` changed its mind. */
  pump(): void {
    clearTimeout(this.timer);
    if (!this.connected) return;
    const now = Date.now();
    this.expire(now);
    const last = new Map<string, string>();
    for (const entry of this.entries) {
      if (entry.refused || isUploading(entry)) continue;
      const previous = last.get(entry.conversation);
      last.set(entry.conversation, entry.client_id);
      if (this.inFlight.has(entry.client_id) || !this.maySend(entry.conversation, now)) continue;
      if (this.inFlight.size >= this.window) break;
      if (!this.options.send(frameOf(entry, previous))) {
        this.disconnect();
        return;
      }
      this.inFlight.set(entry.client_id, now);
      this.leave(entry);
    }
    this.planNext(now);
  }

  /** From now on it cannot be taken back. */
  private leave({ client_id, conversation }: OutboxEntry): void {
    if (this.left.has(client_id)) return;
    this.left.add(client_id);
    this.options.onChange(conversation);
  }

  private maySend(conversation: string, now: number): boolean {
    if (this.options.sendable && !this.options.sendable(conversation)) return false;
    return (this.pauses.get(conversation)?.until ?? 0) <= now;
  }

  /** What was sent and never answered counts as not sent. */
  private expire(now: number): void {
    for (const [clientId, sentAt] of this.inFlight) {
      if (now - sentAt >= ANSWER_TIMEOUT_MS) this.inFlight.delete(clientId);
    }
  }

  private planNext(now: number): void {
    const times = [...this.pauses.values()].map((pause) => pause.until).filter((until) => until > now);
    for (const sentAt of this.inFlight.values()) times.push(sentAt + ANSWER_TIMEOUT_MS);
    if (times.length > 0) this.timer = setTimeout(() => this.pump(), Math.min(...times) - now);
  }

  private pause(conversation: string, afterMs: number): void {
    const now = Date.now();
    const earlier = this.pauses.get(conversation);
    const sameRound = earlier !== undefined && earlier.until > now;
    const attempt = earlier ? earlier.attempt + (sameRound ? 0 : 1) : 0;
    const until = now + afterMs + (sameRound ? 0 : fullJitter(attempt, this.options.random));
    this.pauses.set(conversation, { until: Math.max(until, earlier?.until ?? 0), attempt });
  }

  private async save(entry: OutboxEntry): Promise<void> {
    this.saving.add(entry.client_id);
    await this.options.store.put({ ...entry }).finally(() => this.saving.delete(entry.client_id));
  }

  private async putAll(entries: OutboxEntry[]): Promise<void> {
    for (const entry of entries) await this.options.store.put(entry);
  }

  private async remove(clientId: string): Promise<void> {
    this.saving.add(clientId);
    await this.options.store.remove(clientId).finally(() => this.saving.delete(clientId));
  }

  private forget(entry: OutboxEntry): void {
    this.revived.delete(entry.client_id);
    this.left.delete(entry.client_id);
    this.entries = this.entries.filter((other) => other !== entry);
    this.inFlight.delete(entry.client_id);
    this.options.onChange(entry.conversation);
  }

  private find(clientId: string): OutboxEntry | undefined {
    return this.entries.find((entry) => entry.client_id === clientId);
  }

  private insert(entry: OutboxEntry): void {
    this.entries.push(entry);
    this.entries.sort(inOrder);
  }

  /** After everything here, and after what another tab may write in the same millisecond at the latest. */
  private nextOrder(): number {
    this.lastOrder = Math.max(Date.now(), this.lastOrder + 1, (this.entries.at(-1)?.order ?? 0) + 1);
    return this.lastOrder;
  }
}

function isUploading({ upload }: OutboxEntry): boolean {
  return upload !== undefined && !upload.done;
}

function inOrder(a: OutboxEntry, b: OutboxEntry): number {
  return a.order - b.order || (a.client_id < b.client_id ? -1 : 1);
}

function frameOf(entry: OutboxEntry, previous: string | undefined): SendFrame {
  const { client_id, conversation, body, reply_to, location } = entry;
  return { type: 'send', client_id, conversation, previous, body, reply_to, location };
}
