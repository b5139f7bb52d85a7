/** A phone with its storage, its tabs and its network; each start of the app is a life that can be killed. */
import type { Message, ServerFrame, Socket } from '@steward/client-kit/live';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { begin, type Steward } from '../../src/app/steward';
import { openDatabase } from '../../src/storage/indexeddb';
import type { Call, Venue } from './venue';

/** `deaf`: calls arrive and their answers are lost. `callsOnly`: something between breaks sockets. */
export type Network = 'on' | 'off' | 'deaf' | 'callsOnly';

const never = () => new Promise<never>(() => {});

export class Phone {
  network: Network = 'on';
  /** How long an answer takes to come back: a network slower than the disk shows what runs at the same time. */
  latencyMs = 0;
  private readonly disk = new IDBFactory();
  private readonly tabs = new Set<Tab>();
  private readonly sockets = new Set<PhoneSocket>();
  private readonly channels = new Set<Channel>();
  private readonly locks = new Locks();

  /** `hasLocks`: whether the browser has Web Locks, which older ones and plain HTTP do not. */
  constructor(
    readonly venue: Venue,
    private readonly hasLocks = true,
  ) {}

  /** Opens the app in one more tab. */
  async open(): Promise<Tab> {
    const tab = new Tab();
    const { channels, locks } = this;
    vi.stubGlobal(
      'BroadcastChannel',
      class extends Channel {
        constructor() {
          super(channels, tab);
        }
      },
    );
    const value = this.hasLocks ? locks.of(tab) : undefined;
    Object.defineProperty(navigator, 'locks', { value, configurable: true });
    const database = await openDatabase(this.disk);
    tab.app = await begin({
      origin: 'http://steward.test',
      locale: () => 'en',
      database,
      fetch: ((request: Request) => this.call(tab, request)) as typeof fetch,
      openSocket: () => this.socket(tab),
    });
    this.tabs.add(tab);
    return tab;
  }

  /** The system ends a tab: nothing of it runs or speaks any more, and nothing was said before. */
  kill(tab: Tab): void {
    tab.alive = false;
    for (const socket of this.sockets) if (socket.tab === tab) this.sockets.delete(socket);
    this.locks.release(tab);
  }

  lose(): void {
    this.network = 'off';
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    for (const socket of this.sockets) socket.drop();
    dispatchEvent(new Event('offline'));
  }

  find(network: Network = 'on'): void {
    this.network = network;
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    dispatchEvent(new Event('online'));
  }

  private async call(tab: Tab, request: Request): Promise<Response> {
    const body = await request.clone().text();
    if (!tab.alive) return never();
    if (this.network === 'off') throw new TypeError('Failed to fetch');
    const call: Call = {
      method: request.method,
      path: new URL(request.url).pathname,
      body: body ? JSON.parse(body) : undefined,
      token: request.headers.get('authorization')?.slice('Bearer '.length),
      key: request.headers.get('Idempotency-Key') ?? undefined,
    };
    const { status, body: said } = this.venue.answer(call);
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    if (!tab.alive) return never();
    if (this.network === 'deaf') throw new TypeError('Failed to fetch');
    return new Response(said === undefined ? null : JSON.stringify(said), {
      status,
      headers: { 'content-type': 'application/json' },
    });
  }

  private socket(tab: Tab): Socket {
    const socket = new PhoneSocket(this.venue, tab, () => this.network);
    this.sockets.add(socket);
    queueMicrotask(() => socket.connect());
    return socket;
  }
}

export class Tab {
  alive = true;
  app!: Steward;
}

class PhoneSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  private readonly hear = (frame: ServerFrame) => {
    if (this.network() === 'on') this.say(frame);
  };

  constructor(
    private readonly venue: Venue,
    readonly tab: Tab,
    private readonly network: () => Network,
  ) {}

  connect(): void {
    if (!this.tab.alive) return;
    if (this.network() === 'on') this.onopen?.();
    else this.onclose?.({ code: 1006 });
  }

  send(text: string): void {
    if (!this.tab.alive || !['on', 'deaf'].includes(this.network())) return;
    const frame = JSON.parse(text);
    if (frame.type === 'hello') this.welcome(frame.positions);
    else if (frame.type === 'send') this.store(frame);
    else this.venue.told.push(frame);
  }

  close(): void {
    this.venue.live.delete(this.hear);
  }

  drop(): void {
    this.venue.live.delete(this.hear);
    this.onclose?.({ code: 1006 });
  }

  private say(frame: ServerFrame): void {
    if (this.tab.alive && this.network() === 'on') this.onmessage?.({ data: JSON.stringify(frame) });
  }

  private welcome(positions: unknown): void {
    const limits = { frame_bytes: 32_768, text_characters: 4_000, unacknowledged: 16 };
    this.venue.live.add(this.hear);
    this.say({
      type: 'welcome',
      connection: 'c',
      epoch: this.venue.epoch,
      heartbeat_s: 20,
      limits,
      now: '2026-05-01T20:00:00Z',
    });
    for (const frame of this.venue.replay(positions)) this.say(frame);
    this.say({ type: 'synced' });
  }

  private store(frame: {
    client_id: string;
    conversation: string;
    previous?: string;
    body: Message['body'];
    reply_to?: number;
  }): void {
    const { client_id, conversation } = frame;
    const { seq, duplicate, order } = this.venue.store(conversation, frame);
    if (order) this.say({ type: 'refused', client_id, code: 'order', retry: true });
    else this.say({ type: 'ack', client_id, conversation, seq, at: '2026-05-01T20:00:00Z', duplicate });
  }
}

/** Tabs of one phone hear each other, but not themselves. */
class Channel {
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(
    private readonly all: Set<Channel>,
    private readonly tab: Tab,
  ) {
    all.add(this);
  }

  close(): void {
    this.all.delete(this);
  }

  postMessage(data: unknown): void {
    const copy = structuredClone(data);
    if (!this.tab.alive) return;
    for (const other of this.all) {
      if (other !== this) queueMicrotask(() => other.tab.alive && other.onmessage?.({ data: copy }));
    }
  }
}

type Grant = () => Promise<unknown>;

/** Web Locks: one holder for each name; a killed tab lets go. */
class Locks {
  private readonly held = new Map<string, { tab: Tab; over: () => void }>();
  private readonly queues = new Map<string, { tab: Tab; grant: Grant }[]>();

  of(tab: Tab) {
    return {
      request: (name: string, options: unknown, work?: Grant) => {
        if (!tab.alive) return never();
        const act = (work ?? options) as Grant;
        return new Promise((resolve, reject) => {
          const grant = () => Promise.resolve().then(act).then(resolve, reject);
          const queue = this.queues.get(name) ?? [];
          this.queues.set(name, queue);
          queue.push({ tab, grant });
          this.next(name);
        });
      },
    };
  }

  release(tab: Tab): void {
    for (const [name, queue] of this.queues) {
      this.queues.set(
        name,
        queue.filter((one) => one.tab !== tab),
      );
    }
    for (const [name, { tab: holder, over }] of this.held) {
      if (holder !== tab) continue;
      over();
      this.next(name);
    }
  }

  private next(name: string): void {
    if (this.held.has(name)) return;
    const first = this.queues.get(name)?.shift();
    if (!first) return;
    const holding = { tab: first.tab, over: () => this.held.get(name) === holding && this.held.delete(name) };
    this.held.set(name, holding as never);
    void first.grant().finally(() => {
      holding.over();
      this.next(name);
    });
  }
}
