/**
 * What the desk knows, live: the connection, the queue, the conversations and what waits to be sent. It holds no
 * screen; screens read from it and are told when something changed.
 */

import {
  type AckFrame,
  LiveClient,
  type LiveState,
  liveUrl,
  type RefusedFrame,
  type ServerFrame,
} from '@steward/client-kit/live';
import { type NewEntry, Outbox, RestSender } from '@steward/client-kit/outbox';
import { NoReplicaStore, Replica } from '@steward/client-kit/replica';
import type { Conversation, Message } from '../../api/types';
import { Calm } from './calm';
import { type Carrying, carrying } from './carrying';
import { Changes } from './changes';
import { entryOf } from './entry-of';
import { History } from './history';
import { Notes } from './notes';
import type { DeskOptions } from './options';
import { QueueFollower } from './queue-follower';
import { Receipts } from './receipts';
import { TypingStore } from './typing-store';
import { UnansweredStore } from './unanswered-store';
import { type ConversationView, isMine, viewOf } from './view';

export class DeskClient {
  /** Changes by name: `connection`, `queue`, `mine`, `unanswered`, or the id of a conversation. */
  readonly changes = new Changes();
  readonly unanswered = new UnansweredStore();
  readonly queues: QueueFollower;
  /** Photos and voice clips. */
  readonly carrying: Carrying;
  /** One taken request moves everybody behind it: each of them is a frame. */
  private readonly queueChanged = new Calm(() => this.changes.emit('queue'));
  private readonly live: LiveClient;
  private readonly outbox: Outbox;
  private readonly replica: Replica;
  private readonly rest: RestSender;
  private readonly history = new History();
  private readonly notes = new Notes({
    make: (help) => this.options.calls.openNotes(help),
    made: async (local, state) => {
      await this.adopt(state);
      await this.outbox.move(local, state.id);
    },
  });
  private readonly receipts: Receipts;
  private readonly typing: TypingStore;
  private readonly online = new Map<string, boolean>();
  private readonly views = new Map<string, ConversationView>();
  private readonly mine = new Set<string>();
  /** Conversations that the service no longer shows to this member. */
  private readonly gone = new Set<string>();
  /** Conversations that came with the first catching up: they were here before, and ring for nobody. */
  private readonly early = new Set<string>();
  /** When each conversation that was looked at had been sent here. */
  private readonly looked = new Map<string, string>();
  private mineList: ConversationView[] | null = null;
  private state: LiveState = { phase: 'idle' };
  private caughtUp = false;
  private offset = 0;
  /** Takings that are under way: what comes of them is no surprise. */
  private taking = 0;

  constructor(private readonly options: DeskOptions) {
    const { calls, me } = options;
    const changed = (conversation: string) => this.conversationChanged(conversation);
    this.typing = new TypingStore(changed);
    this.receipts = new Receipts((frame) => this.live.send(frame));
    this.rest = new RestSender({
      post: calls.post,
      onAck: (frame) => void this.acknowledged(frame),
      onRefused: (frame) => void this.outbox.refuse(frame),
    });
    this.replica = new Replica({
      store: new NoReplicaStore(),
      read: calls.after,
      readState: async (id) => this.history.trimmed(await calls.conversation(id)),
      onChange: changed,
      onLost: (messages) => this.outbox.putBack(messages.map(entryOf)),
      person: () => ({ id: me, kind: 'member' }),
    });
    this.outbox = new Outbox({
      store: options.outboxStore,
      onChange: (conversation) => {
        changed(conversation);
        this.carrying.uploader.work();
      },
      sendable: (conversation) => !this.notes.isLocal(conversation),
      send: (frame) => {
        if (this.live.send(frame)) return true;
        if (this.state.phase !== 'polling') return false;
        this.rest.send(frame);
        return true;
      },
    });
    const ready = () => this.state.phase === 'live' || this.state.phase === 'polling';
    this.carrying = carrying({ calls, outbox: this.outbox, ready, onProgress: changed });
    this.queues = new QueueFollower({
      watch: (event) => this.live.watch(`queue:${event}`),
      list: calls.waiting,
      onChange: () => this.queueChanged.ask(),
      onAppeared: (request) => options.onAlarm({ kind: 'request', request }),
    });
    this.live = new LiveClient({
      url: liveUrl(options.origin ?? window.location.origin),
      device: options.device,
      token: calls.token,
      tokenRefused: calls.tokenRefused,
      positions: () => this.replica.positions(),
      epoch: () => this.replica.epoch,
      onFrame: (frame) => this.heard(frame),
      onState: (state) => this.become(state),
      poll: calls.updates,
      openSocket: options.openSocket,
    });
  }

  /** Connects, and sends what an earlier page left in the outbox. */
  start(): void {
    this.live.start();
    void this.outbox.load();
  }

  stop(): void {
    this.queues.stop();
    this.queueChanged.stop();
    this.live.stop();
    this.outbox.disconnect();
  }

  /** The connection; the same object until it changes. */
  readonly connection = (): LiveState => this.state;

  /** True once the first catching up is complete: before, an empty list means nothing. */
  readonly ready = (): boolean => this.caughtUp;

  /** Milliseconds by which the service's clock is ahead of this machine's. */
  readonly clockOffset = (): number => this.offset;

  get textLimit(): number {
    return this.live.limits.text_characters;
  }

  readonly wake = () => this.live.wake();

  readonly lost = () => this.live.lost();

  /** A conversation as the screen shows it; the same object until it changes. */
  readonly view = (id: string): ConversationView => {
    const known = this.views.get(id);
    if (known) return known;
    const copy = this.replica.copy(id);
    const state = this.gone.has(id) ? undefined : copy?.state;
    const participant = state?.participants[0]?.id;
    const view = viewOf(
      {
        id,
        state,
        notes: this.replica.copy(this.notes.of(id)),
        pendingNotes: this.notes.namesOf(id).flatMap((name) => this.outbox.of(name)),
        earlier: this.history.messages(id),
        messages: copy?.messages ?? [],
        pending: this.outbox.of(id),
        incomplete: copy?.incomplete ?? false,
        hasEarlier: state !== undefined && this.history.hasMore(id),
        loadingEarlier: this.history.isLoading(id),
        typing: this.typing.of(id).filter((person) => person !== this.options.me),
        online: participant ? this.online.get(`${id} ${participant}`) : undefined,
      },
      this.options.me,
    );
    this.views.set(id, view);
    return view;
  };

  /** The open conversations of this member; the same array until one of them changes. */
  readonly myConversations = (): ConversationView[] => {
    this.mineList ??= [...this.mine].map(this.view);
    return this.mineList;
  };

  /** Reads a conversation that did not come by itself, such as a closed one, with its notes. */
  async open(id: string): Promise<void> {
    const { calls } = this.options;
    const [state, notes] = await Promise.all([calls.conversation(id), calls.notes(id)]);
    if (notes) await this.adopt(notes);
    await this.adopt(state);
  }

  /** Takes over the state that a call gave, such as after taking or closing. */
  async adopt(state: Conversation): Promise<void> {
    this.gone.delete(state.id);
    this.notes.learn(state);
    if (state.request) this.queues.put(state.request);
    await this.replica.state({ state: this.history.trimmed(state) });
  }

  async loadEarlier(id: string): Promise<void> {
    const read = (before: number) => this.options.calls.before(id, before);
    await this.history.load(id, read, () => this.conversationChanged(id));
  }

  /** Keeps a text and sends it as soon as that is possible. */
  async write(conversation: string, text: string, reply_to?: number): Promise<void> {
    await this.outbox.write({ conversation, body: { kind: 'text', text }, reply_to });
  }

  /** Keeps what carries a file, and sends it once the file is uploaded. */
  readonly carry = (entry: NewEntry) => this.outbox.write(entry);

  /** Keeps a note beside the newest message, for colleagues only, and sends it as soon as that is possible. */
  async writeNote(help: string, text: string): Promise<void> {
    const beside = this.replica.head(help);
    await this.outbox.write({ conversation: this.notes.of(help), body: { kind: 'note', text, beside } });
  }

  /** Whether something written can still be taken back, because nobody else can have it. */
  readonly canTakeBack = (clientId: string) => this.outbox.canTakeBack(clientId);

  /** Takes something back before it leaves; false when it may have left already. */
  readonly takeBack = async (clientId: string) => (await this.outbox.takeBack(clientId)) !== undefined;

  readonly retry = (clientId: string) => this.outbox.retry(clientId);

  readonly discard = (clientId: string) => this.outbox.discard(clientId);

  /** The member has read everything that is here, notes included. Whoever supervises leaves no marks. */
  read(conversation: string): void {
    this.mark(conversation);
    this.mark(this.notes.of(conversation));
  }

  private mark(conversation: string): void {
    const seq = this.replica.head(conversation);
    const state = this.replica.copy(conversation)?.state;
    if (!state?.members.some(({ id }) => id === this.options.me)) return;
    const seen = state.seen[this.options.me] ?? 0;
    if (state.request?.untouched) this.look(conversation, seq, state.request.taken_at);
    if (seq <= seen) return;
    this.receipts.note('seen', conversation, seq);
    void this.replica.receipt({ type: 'seen', conversation, person: this.options.me, seq });
  }

  /** Whoever looks at what was sent to them keeps it, also when they have read all of it before. */
  private look(conversation: string, seq: number, given: string | null | undefined): void {
    if (!given || this.looked.get(conversation) === given) return;
    if (this.live.send({ type: 'seen', conversation, seq })) this.looked.set(conversation, given);
  }

  /** The member is writing. */
  type(conversation: string): void {
    if (this.typing.mayTell()) this.live.send({ type: 'typing', conversation });
  }

  /** Takes somebody out of the queue by a call; the conversation that comes of it raises no alarm. */
  async take(call: () => Promise<Conversation>): Promise<Conversation> {
    this.taking += 1;
    try {
      const conversation = await call();
      await this.adopt(conversation);
      return conversation;
    } finally {
      this.taking -= 1;
    }
  }

  private become(state: LiveState): void {
    const before = this.state.phase;
    this.state = state;
    const { phase } = state;
    if (phase === 'live' || phase === 'polling') {
      if (phase !== before) this.reached(phase === 'polling');
    } else {
      this.outbox.disconnect();
      this.notes.reach(false);
      this.queues.poll(false);
    }
    this.changes.emit('connection');
  }

  /** What was missed is here: what waits may go out. */
  private reached(byCalls: boolean): void {
    this.caughtUp = true;
    this.outbox.connect(this.live.limits.unacknowledged);
    this.carrying.uploader.work();
    this.receipts.resume();
    this.queues.poll(byCalls);
    this.notes.reach(true);
    this.changes.emit('mine');
  }

  private heard(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.offset = Date.parse(frame.now) - Date.now();
        this.queues.restart();
        this.unanswered.restart();
        this.changes.emit('unanswered');
        void this.replica.welcome(frame.epoch);
        break;
      case 'conversation':
        this.gone.delete(frame.conversation);
        this.notes.learn(frame.state);
        if (!this.caughtUp) this.early.add(frame.conversation);
        void this.replica.state({ state: this.history.trimmed(frame.state) });
        break;
      case 'message':
        void this.arrived(frame);
        break;
      case 'ack':
        void this.acknowledged(frame);
        break;
      case 'refused':
        this.refused(frame);
        break;
      case 'behind':
        this.replica.behind(frame);
        break;
      case 'received':
      case 'seen':
        void this.replica.receipt(frame);
        break;
      case 'located':
        void this.replica.located(frame);
        break;
      case 'typing':
        this.typing.note(frame.conversation, frame.person);
        break;
      case 'presence':
        this.online.set(`${frame.conversation} ${frame.person}`, frame.online);
        this.conversationChanged(frame.conversation);
        break;
      case 'request':
        this.queues.request(frame);
        break;
      case 'queue':
        this.queues.count(frame);
        break;
      case 'unanswered':
        this.unanswered.hear(frame);
        this.changes.emit('unanswered');
        break;
      case 'reset':
        this.history.forget(frame.conversation);
        void this.replica.reset(frame);
        break;
    }
  }

  private async arrived(message: Message): Promise<void> {
    this.typing.stop(message.conversation, message.sender.id);
    await this.replica.message(message);
    if (this.outbox.get(message.client_id)) await this.outbox.settle(message.client_id);
    this.receipts.note('received', message.conversation, this.replica.head(message.conversation));
  }

  /** The message stands in the conversation before it leaves the outbox, so that it never disappears between. */
  private async acknowledged(ack: AckFrame): Promise<void> {
    const entry = this.outbox.get(ack.client_id);
    if (entry) await this.replica.own(entry, ack);
    await this.outbox.settle(ack.client_id);
  }

  private refused(frame: RefusedFrame & { conversation?: string | null }): void {
    if (frame.client_id) void this.outbox.refuse(frame);
    else if (frame.code === 'not_found' && frame.conversation) {
      this.gone.add(frame.conversation);
      this.conversationChanged(frame.conversation);
    }
  }

  private conversationChanged(id: string): void {
    const help = this.notes.helpOf(id);
    if (help) {
      if (this.notes.isLocal(id) && this.outbox.of(id).length > 0) this.notes.need(help);
      this.conversationChanged(help);
      return;
    }
    this.views.delete(id);
    const state = this.gone.has(id) ? undefined : this.replica.copy(id)?.state;
    const before = this.mine.has(id);
    const now = isMine(state, this.options.me);
    if (now) this.mine.add(id);
    else this.mine.delete(id);
    const isNew = now && !before && !this.early.delete(id);
    if (isNew && this.caughtUp && this.taking === 0 && state?.request) {
      this.options.onAlarm({ kind: 'assigned', request: state.request });
    }
    if (now || before) {
      this.mineList = null;
      this.changes.emit('mine');
    }
    this.changes.emit(id);
  }
}
