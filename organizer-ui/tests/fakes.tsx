/** A desk without a network: a socket whose other end is the test, and calls that answer from memory. */

import type { ServerFrame, Socket } from '@steward/client-kit/live';
import { MemoryOutboxStore, type OutboxStore } from '@steward/client-kit/outbox';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { NoticeProvider } from '../src/components/Notices';
import type { DeskCalls } from '../src/desk/client/calls';
import { DeskContext } from '../src/desk/client/DeskProvider';
import { DeskClient } from '../src/desk/client/desk-client';
import type { Alarm } from '../src/desk/client/options';
import { Drafts } from '../src/desk/conversations/drafts';
import { ShortcutProvider } from '../src/shortcuts/ShortcutProvider';
import { ThemeRoot } from '../src/theme/ThemeRoot';
import { ME, T0 } from './samples';

export class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.onmessage = null;
  }

  /** Frames of one type that the desk has sent. */
  of(type: string): Record<string, unknown>[] {
    return this.sent.filter((frame) => frame.type === type);
  }

  say(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** Opens and welcomes, with the given replay before the end of catching up. */
  welcome(...replay: ServerFrame[]): void {
    this.onopen?.();
    const limits = { frame_bytes: 32_768, text_characters: 4_000, unacknowledged: 16 };
    this.say({
      type: 'welcome',
      connection: 'c',
      epoch: 'epoch',
      heartbeat_s: 20,
      limits,
      now: T0,
    } as ServerFrame);
    for (const frame of replay) this.say(frame);
    this.say({ type: 'synced' } as ServerFrame);
  }
}

export interface FakeDesk {
  client: DeskClient;
  sockets: FakeSocket[];
  alarms: Alarm[];
  /** Who is told of each alarm. */
  bells: Set<(alarm: Alarm) => void>;
  /** The newest socket. */
  socket: () => FakeSocket;
}

/** Lets everything that waits for a promise go on. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
}

export function fakeDesk(
  store: OutboxStore = new MemoryOutboxStore(),
  calls: Partial<DeskCalls> = {},
): FakeDesk {
  const sockets: FakeSocket[] = [];
  const alarms: Alarm[] = [];
  const bells: FakeDesk['bells'] = new Set();
  const none = () => Promise.reject(new Error('Nobody answers.'));
  const client = new DeskClient({
    me: ME,
    device: 'test',
    origin: 'http://desk.test',
    outboxStore: store,
    onAlarm: (alarm) => {
      alarms.push(alarm);
      for (const bell of bells) bell(alarm);
    },
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    calls: {
      token: async () => ({ value: 'token', expiresAt: Date.now() + 600_000 }),
      tokenRefused: () => undefined,
      conversation: none,
      notes: async () => undefined,
      openNotes: none,
      openTeam: none,
      after: async () => [],
      before: async () => [],
      waiting: async () => ({ items: [] }),
      post: none,
      updates: none,
      uploads: { begin: none, append: none },
      file: none,
      ...calls,
    },
  });
  const socket = () => {
    const newest = sockets.at(-1);
    if (!newest) throw new Error('There is no socket.');
    return newest;
  };
  return { client, sockets, alarms, bells, socket };
}

/** A connected desk. */
export async function liveDesk(...replay: ServerFrame[]): Promise<FakeDesk> {
  return liveDeskWith({}, ...replay);
}

/** The same with calls that answer. */
export async function liveDeskWith(calls: Partial<DeskCalls>, ...replay: ServerFrame[]): Promise<FakeDesk> {
  const desk = fakeDesk(new MemoryOutboxStore(), calls);
  desk.client.start();
  await settled();
  desk.socket().welcome(...replay);
  await settled();
  return desk;
}

/** Shows something inside everything that stands around pages, and inside a desk when there is one. */
export function show(
  children: ReactNode,
  { path = '/', desk }: { path?: string; desk?: FakeDesk } = {},
): RenderResult {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const onAlarm = (bell: (alarm: Alarm) => void) => {
    desk?.bells.add(bell);
    return () => void desk?.bells.delete(bell);
  };
  const inner = desk ? (
    <DeskContext value={{ client: desk.client, drafts: new Drafts(ME), onAlarm }}>{children}</DeskContext>
  ) : (
    children
  );
  return render(
    <ThemeRoot>
      <QueryClientProvider client={queries}>
        <NoticeProvider>
          <MemoryRouter initialEntries={[path]}>
            <ShortcutProvider>{inner}</ShortcutProvider>
          </MemoryRouter>
        </NoticeProvider>
      </QueryClientProvider>
    </ThemeRoot>,
  );
}
