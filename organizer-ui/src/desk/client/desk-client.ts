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
import { Following } from './following';
import { History } from './history';
import { Mine } from './mine';
import { Notes } from './notes';
import type { DeskOptions } from './options';
import { QueueFollower } from './queue-follower';
import { Reading } from './reading';
import { Teams } from './teams';
import { TypingStore } from './typing-store';
import { UnansweredStore } from './unanswered-store';
import { type ConversationView, isMine } from './view';
import { Views } from './views';

export class DeskClient {
  /** Changes by name: `connection`, `queue`, `mine`, `teams`, `unanswered`, or the id of a conversation. */
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
  private readonly reading: Reading;
  private readonly following = new Following({
    watch: (id) => this.live.watch(`conversation:${id}`, () => this.replica.head(id)),
    notesOf: (help) => this.notes.known(help),
    findNotes: (help) => this.findNotes(help),
  });
  private readonly typing: TypingStore;
  private readonly views: Views;
  private readonly mine = new Mine((id) => this.view(id));
  private readonly teams = new Teams((id) => this.view(id));
  private state: LiveState = { phase: 'idle' };
  private caughtUp = false;
  private offset = 0;
  /** Takings that are under way: what comes of them is no surprise. */
  private taking = 0;

  constructor(private readonly options: DeskOptions) {
    const { calls, me } = options;
    const changed = (conversation: string) => this.conversationChanged(conversation);
    this.typing = new TypingStore(changed);
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
    this.reading = new Reading({ me, replica: this.replica, send: (frame) => this.live.send(frame) });
    this.outbox = new Outbox({
      store: options.outboxStore,
      onChange: (conversation) => {
        changed(conversation);
        this.carrying.uploader.work();
      },
      sendable: (conversation) => !this.notes.isLocal(conversation),
      fileOf: (id) => this.carrying.files.sent(id),
      send: (frame) => {
        if (this.live.send(frame)) return true;
        if (this.state.phase !== 'polling') return false;
        this.rest.send(frame);
        return true;
      },
    });
    const { replica, outbox, history, notes, typing } = this;
    this.views = new Views({ me, replica, outbox, history, notes, typing });
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
      // What is only followed is watched anew, and would be refused here.
      positions: () =>
        this.replica.positions().filter(({ conversation }) => this.reading.takesPart(conversation)),
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
    this.following.stopAll();
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
  readonly view = (id: string): ConversationView => this.views.view(id);

  /** The open conversations of this member; the same array until one of them changes. */
  readonly myConversations = (): ConversationView[] => this.mine.views();

  /** The channel of an event's team; undefined while nobody has needed it. */
  readonly team = (event: string): ConversationView | undefined => this.teams.of(event);

  /** The channels of all teams that go on; the same array until one of them changes. */
  readonly openTeams = (): readonly ConversationView[] => this.teams.open();

  /** Makes the channel of an event's team, if there is none yet. */
  async openTeam(event: string): Promise<void> {
    await this.adopt(await this.options.calls.openTeam(event));
  }

  /** Reads a conversation that did not come by itself, such as a closed one, with its notes. */
  async open(id: string): Promise<void> {
    const [state] = await Promise.all([this.options.calls.conversation(id), this.findNotes(id)]);
    await this.adopt(state);
  }

  /** Lets a conversation that the member only looks at come live, until the returned function is called. */
  follow(id: string): () => void {
    return this.following.follow(id);
  }

  private async findNotes(help: string): Promise<void> {
    const notes = await this.options.calls.notes(help);
    if (notes) await this.adopt(notes);
  }

  /** Takes over the state that a call gave, such as after taking or closing. */
  async adopt(state: Conversation): Promise<void> {
    this.views.show(state.id, true);
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

  /** The member has read everything that is here, notes included. */
  read(conversation: string): void {
    this.reading.read(conversation);
    this.reading.read(this.notes.of(conversation));
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
    this.reading.resume();
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
        this.views.show(frame.conversation, true);
        this.notes.learn(frame.state);
        if (!this.caughtUp) this.mine.wasHere(frame.conversation);
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
        this.reading.stored(frame);
        void this.replica.receipt(frame);
        break;
      case 'located':
        void this.replica.located(frame);
        break;
      case 'typing':
        this.typing.note(frame.conversation, frame.person);
        break;
      case 'presence':
        this.views.present(frame.conversation, frame.person, frame.online);
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
    this.ringForTeam(message);
    await this.replica.message(message);
    if (this.outbox.get(message.client_id)) await this.outbox.settle(message.client_id);
    this.reading.arrived(message.conversation);
  }

  /** What a colleague says to the team is heard once, and not what was said before this desk was here. */
  private ringForTeam(message: Message): void {
    const { me, onAlarm } = this.options;
    const state = this.views.state(message.conversation);
    const isNew = message.seq > this.replica.head(message.conversation) && message.sender.id !== me;
    if (this.caughtUp && isNew && state?.kind === 'team') onAlarm({ kind: 'team', state, message });
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
      this.views.show(frame.conversation, false);
      this.conversationChanged(frame.conversation);
    }
  }

  private conversationChanged(id: string): void {
    const help = this.notes.helpOf(id);
    if (help) {
      this.following.noticed(help);
      if (this.notes.isLocal(id) && this.outbox.of(id).length > 0) this.notes.need(help);
      this.conversationChanged(help);
      return;
    }
    this.views.outdate(id);
    const state = this.views.state(id);
    const { listed, isNew } = this.mine.take(id, isMine(state, this.options.me));
    if (isNew && this.caughtUp && this.taking === 0 && state?.request) {
      this.options.onAlarm({ kind: 'assigned', request: state.request });
    }
    if (listed) this.changes.emit('mine');
    if (this.teams.take(id, state)) this.changes.emit('teams');
    this.changes.emit(id);
  }
}
