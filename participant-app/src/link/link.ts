/**
 * The phone's connection: hands every frame to what it is about, and lets the outbox and the calls for help go when
 * there is a way. One tab holds it; the others hear from that one.
 */
import { answer, type MessengerApi } from '@steward/client-kit/api';
import {
  type ClientFrame,
  type ConversationFrame,
  LiveClient,
  type LiveState,
  type Location,
  type Message,
  type SendFrame,
  type ServerFrame,
  type Socket,
} from '@steward/client-kit/live';
import { type Outbox, RestSender } from '@steward/client-kit/outbox';
import type { Replica } from '@steward/client-kit/replica';
import { type Announcements, isAnnouncements } from '../announcements/announcements';
import { newestOfOthers } from '../conversations/thread';
import type { Typing } from '../conversations/typing';
import type { HelpRequests } from '../help-requests/requests';
import type { LiveLocation } from '../live-location/live-location';
import type { Session } from '../session/session';
import { Observable } from '../state/observable';
import { Leader } from '../tabs/leader';
import type { Tabs } from '../tabs/tabs';
import { Receipts } from './receipts';

export interface LinkOptions {
  url: string;
  api: MessengerApi;
  /** Its calls wait longer for an answer. */
  pollApi: MessengerApi;
  session: Session;
  outbox: Outbox;
  replica: Replica;
  requests: HelpRequests;
  announcements: Announcements;
  liveLocation: LiveLocation;
  typing: Typing;
  tabs: Tabs;
  openSocket?: (url: string, protocol: string) => Socket;
}

/** Thousands of phones hear an announcement at once: each says so at a random time within this. */
const HEARD_WITHIN_MS = 5_000;

export class Link extends Observable {
  private readonly live: LiveClient;
  private readonly rest: RestSender;
  private readonly receipts = new Receipts((frame) => this.live.send(frame));
  private readonly leader: Leader;
  private current: LiveState = { phase: 'idle' };
  /** Conversations that the server mentioned on this connection. */
  private mentioned = new Set<string>();
  /** Somebody is leaving this phone. */
  private paused = false;

  constructor(private readonly options: LinkOptions) {
    super();
    const { session, outbox, replica, tabs, url, openSocket } = options;
    this.rest = new RestSender({
      post: (frame) => this.post(frame),
      onAck: (frame) => this.take(frame),
      onRefused: (frame) => this.take(frame),
    });
    this.live = new LiveClient({
      url,
      device: session.device,
      token: () => session.token(),
      tokenRefused: session.refused,
      positions: () => replica.positions(),
      epoch: () => replica.epoch,
      onFrame: (frame) => this.take(frame),
      onState: (state) => this.become(state),
      poll: (positions) => this.poll(positions),
      openSocket,
    });
    this.leader = new Leader({
      tabs,
      onLead: () => {
        // What was shown until now was the connection of another tab.
        this.show(this.live.state);
        void outbox.load();
        options.requests.work();
        options.announcements.work();
        this.connect();
      },
      onFollow: () => {
        this.live.stop();
        this.rest.clear();
        outbox.disconnect();
        tabs.tell({ about: 'who' });
      },
    });
    tabs.hear((message) => {
      if (message.about === 'link' && !this.leading) this.show(message.state as LiveState);
      else if (message.about === 'frame' && !this.leading) this.overhear(message.frame as ServerFrame);
      else if (message.about === 'send' && this.leading) this.live.send(message.frame as ClientFrame);
      else if (message.about === 'resume' && this.leading) this.live.start();
      else if (message.about === 'who' && this.leading) tabs.tell({ about: 'link', state: this.current });
    });
    session.subscribe(() => this.connect());
  }

  get state(): LiveState {
    return this.current;
  }

  get leading(): boolean {
    return this.leader.leading;
  }

  /** Whether there is a way to the server, and this tab is the one that takes it. */
  get canCall(): boolean {
    return this.leading && (this.current.phase === 'live' || this.current.phase === 'polling');
  }

  start(): void {
    this.leader.start();
    addEventListener('online', () => this.wake());
    addEventListener('offline', () => this.live.lost());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.wake();
    });
  }

  /** Storage is not shared with other tabs any more: this one needs a connection of its own. */
  lead(): void {
    this.leader.leadAlone();
  }

  /** Takes the place that another device or tab took. */
  resume(): void {
    if (this.leading) this.live.start();
    else this.options.tabs.tell({ about: 'resume' });
  }

  /** Sends a frame that nothing depends on; from another tab through the one that holds the connection. */
  tell(frame: ClientFrame): void {
    if (this.leading) this.live.send(frame);
    else this.options.tabs.tell({ about: 'send', frame });
  }

  /** Tells where this phone is. What does not get through is not kept: a later place is better. */
  locate(conversation: string, location: Location): void {
    const frame = { type: 'locate' as const, conversation, ...location };
    if (this.leading && this.current.phase === 'polling' && !this.live.send(frame)) {
      const params = { path: { id: conversation } };
      const call = this.options.api.PUT('/messenger/v1/conversations/{id}/location', {
        params,
        body: location,
      });
      void call.catch(() => undefined);
    } else this.tell(frame);
  }

  /** A conversation has grown here, by a frame or by what was read to fill a gap: its people are told. */
  reached(conversation: string): void {
    const { replica, session } = this.options;
    const copy = replica.copy(conversation);
    if (!this.leading || copy?.state?.status === 'closed') return;
    const me = session.participant?.id;
    const newest = newestOfOthers(copy, me, replica.head(conversation));
    if (!isAnnouncements(copy?.state)) this.receipts.note('received', conversation, newest);
    else if (me && newest > (copy?.state?.received[me] ?? 0)) {
      const tell = () => this.receipts.note('received', conversation, newest);
      setTimeout(tell, Math.random() * HEARD_WITHIN_MS);
    }
  }

  /** A person read a conversation up to here. */
  async seen(conversation: string, seq: number): Promise<void> {
    const person = this.options.session.participant?.id;
    if (!person || seq < 1) return;
    if (this.leading) this.receipts.note('seen', conversation, seq);
    else this.tell({ type: 'seen', conversation, seq });
    await this.options.replica.receipt({ type: 'seen', conversation, person, seq });
  }

  /** Hands a message to the connection there is. */
  readonly send = (frame: SendFrame): boolean => {
    if (this.live.send(frame)) return true;
    if (this.current.phase !== 'polling') return false;
    this.rest.send(frame);
    return true;
  };

  private wake(): void {
    this.live.wake();
    this.options.requests.work();
    this.options.announcements.work();
  }

  /** There is something to connect for once there is a person. */
  private connect(): void {
    const { participant, ended } = this.options.session;
    if (!this.leading || this.paused) return;
    if (participant && !ended && this.atRest) this.live.start();
    else if (!participant && this.current.phase !== 'idle') this.live.stop();
  }

  private get atRest(): boolean {
    const { current } = this;
    const signedOut = current.phase === 'stopped' && !['replaced', 'version'].includes(current.reason);
    return current.phase === 'idle' || signedOut;
  }

  /** This tab hears nothing more, until another person has a connection of their own. */
  pause(): void {
    this.paused = true;
    if (this.leading) this.live.stop();
  }

  /** Another person uses this phone: their connection is another one. */
  reconnect(): void {
    this.paused = false;
    if (!this.leading) return;
    this.live.stop();
    this.connect();
  }

  private become(state: LiveState): void {
    if (!this.leading) return;
    const before = this.current.phase;
    if (state.phase === 'stopped' && state.reason !== 'replaced' && state.reason !== 'version') {
      void this.options.session.end();
    }
    this.show(state);
    this.options.tabs.tell({ about: 'link', state });
    if (state.phase === before) return;
    const { outbox, requests, announcements, liveLocation } = this.options;
    this.rest.clear();
    if (state.phase === 'connecting' || state.phase === 'idle') this.mentioned = new Set();
    if (state.phase === 'live' || state.phase === 'polling') {
      this.receipts.forget();
      outbox.connect(this.live.limits.unacknowledged);
      requests.work();
      announcements.work();
      liveLocation.work();
      void this.catchUp();
    } else outbox.disconnect();
  }

  private show(state: LiveState): void {
    this.current = state;
    this.changed();
  }

  private take(frame: ServerFrame): void {
    const { replica, outbox, requests } = this.options;
    switch (frame.type) {
      case 'welcome':
        void replica.welcome(frame.epoch).then(() => outbox.pump());
        break;
      case 'conversation':
        this.mentioned.add(frame.conversation);
        this.changedState(frame);
        break;
      case 'message':
        void this.arrived(frame);
        break;
      case 'ack': {
        const entry = outbox.get(frame.client_id);
        if (entry) void replica.own(entry, frame).then(() => outbox.settle(frame.client_id));
        break;
      }
      case 'refused':
        if (frame.client_id) void outbox.refuse(frame);
        else if (frame.conversation && frame.code === 'not_found') void replica.disown(frame.conversation);
        break;
      case 'behind':
        replica.behind(frame);
        break;
      case 'reset':
        void replica.reset(frame).then(() => outbox.pump());
        break;
      case 'received':
      case 'seen':
        void replica.receipt(frame);
        break;
      case 'place':
        void requests.place(frame);
        break;
      case 'request':
        void requests.heard(frame.request);
        break;
      default:
        this.overhear(frame);
        this.options.tabs.tell({ about: 'frame', frame });
    }
  }

  /** A state that was overtaken by a newer one says nothing any more. */
  private changedState({ conversation, state }: ConversationFrame): void {
    const { replica, requests } = this.options;
    const known = replica.copy(conversation)?.state?.version ?? 0;
    void replica.state({ state });
    if (state.request && state.version >= known) void requests.heard(state.request);
  }

  /** What every tab may know and none keeps. */
  private overhear(frame: ServerFrame): void {
    if (frame.type === 'typing') this.options.typing.heard(frame.conversation, frame.person);
  }

  private async arrived(message: Message): Promise<void> {
    const { replica, outbox, typing } = this.options;
    typing.ended(message.conversation, message.sender.id);
    await replica.message(message);
    await outbox.settle(message.client_id);
  }

  /** What ended while this phone was away is not replayed: it is read. */
  private async catchUp(): Promise<void> {
    const { replica, requests, api } = this.options;
    const { mentioned } = this;
    const silent = replica
      .copies()
      .filter(({ id, state }) => state?.status === 'open' && !this.mentioned.has(id));
    for (const { id } of silent) {
      const call = answer(api.GET('/messenger/v1/conversations/{id}', { params: { path: { id } } }));
      const state = await call.catch(() => undefined);
      // What another connection was told since is newer, or about another person.
      if (this.mentioned !== mentioned) return;
      if (!state) continue;
      await replica.state({ state });
      if (state.request) await requests.heard(state.request);
    }
    const me = this.options.session.participant?.id;
    for (const { id, state } of replica.copies()) {
      if (state?.status !== 'open') continue;
      this.reached(id);
      // What was read just before the connection broke may not have been told.
      this.receipts.note('seen', id, (me && state.seen[me]) || 0);
    }
  }

  private async poll(positions: { conversation: string; seq: number }[]): Promise<ServerFrame[]> {
    const body = { epoch: this.options.replica.epoch, positions };
    const call = this.options.pollApi.POST('/messenger/v1/updates', { body });
    return (await answer(call)).frames as ServerFrame[];
  }

  private async post(frame: SendFrame) {
    const { type: _, conversation, ...body } = frame;
    const params = { path: { id: conversation } };
    return answer(this.options.api.POST('/messenger/v1/conversations/{id}/messages', { params, body }));
  }
}
