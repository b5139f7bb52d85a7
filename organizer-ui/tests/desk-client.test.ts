import type { ServerFrame } from '@steward/client-kit/live';
import { MemoryOutboxStore } from '@steward/client-kit/outbox';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeDesk, liveDesk, settled } from './fakes';
import { conversation, EVENT, ME, message, request, THEM } from './samples';

const state = (part = {}): ServerFrame =>
  ({ type: 'conversation', conversation: 'conversation-1', state: conversation(part) }) as ServerFrame;
const said = (seq: number, text: string): ServerFrame =>
  ({ type: 'message', ...message(seq, text) }) as ServerFrame;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('somebody is sent to this desk', () => {
  it('rings, and stands among my conversations with what is unread', async () => {
    const desk = await liveDesk();
    desk.socket().say(state({ last_seq: 1 }));
    desk.socket().say(said(1, 'Please help'));
    await settled();
    expect(desk.alarms.map((alarm) => alarm.kind)).toEqual(['assigned']);
    expect(desk.client.myConversations().map((view) => [view.id, view.unread])).toEqual([
      ['conversation-1', 1],
    ]);
  });

  it('does not ring for what was here before, nor for whom I took myself', async () => {
    const before = await liveDesk(state());
    expect(before.alarms).toEqual([]);
    const taking = await liveDesk();
    await taking.client.take(async () => conversation());
    expect(taking.alarms).toEqual([]);
    expect(taking.client.myConversations()).toHaveLength(1);
  });

  it('rings when somebody new joins a queue that is followed', async () => {
    const desk = await liveDesk();
    desk.client.queues.follow([EVENT]);
    expect(desk.socket().of('watch')).toEqual([expect.objectContaining({ topic: `queue:${EVENT}` })]);
    desk.socket().say({ type: 'queue', event: EVENT, waiting: 0 } as ServerFrame);
    desk.socket().say({ type: 'request', event: EVENT, request: request(), waiting: 1 } as ServerFrame);
    expect(desk.alarms.map((alarm) => alarm.kind)).toEqual(['request']);
  });
});

describe('the server restarts', () => {
  it('keeps what is written meanwhile and sends it once, in order, after catching up', async () => {
    const desk = await liveDesk(state());
    desk.socket().onclose?.({ code: 1006 });
    expect(desk.client.connection().phase).toBe('waiting');
    await desk.client.write('conversation-1', 'first');
    await desk.client.write('conversation-1', 'second');
    expect(desk.client.view('conversation-1').pending.map(({ body }) => body.text)).toEqual([
      'first',
      'second',
    ]);

    await vi.advanceTimersByTimeAsync(30_000);
    desk.socket().onopen?.();
    expect(desk.socket().of('send')).toEqual([]);
    desk.socket().welcome(state());
    await settled();
    const [first, second] = desk.socket().of('send');
    expect([first?.body, second?.body]).toEqual([
      { kind: 'text', text: 'first' },
      { kind: 'text', text: 'second' },
    ]);
    expect(second?.previous).toBe(first?.client_id);

    for (const [index, frame] of [first, second].entries()) {
      const ack = {
        type: 'ack',
        client_id: frame?.client_id,
        conversation: 'conversation-1',
        seq: index + 1,
      };
      desk.socket().say({ ...ack, at: message(1, '').at, duplicate: false } as ServerFrame);
      await settled();
    }
    const view = desk.client.view('conversation-1');
    expect(view.pending).toEqual([]);
    expect(view.messages.map(({ body }) => body.text)).toEqual(['first', 'second']);
    expect(desk.socket().of('send')).toHaveLength(2);
  });

  it('asks for what it missed, from where it stopped', async () => {
    const desk = await liveDesk(state({ last_seq: 1 }), said(1, 'Hello'));
    desk.socket().onclose?.({ code: 4101 });
    await vi.advanceTimersByTimeAsync(30_000);
    desk.socket().onopen?.();
    expect(desk.socket().of('hello')[0]?.positions).toEqual([
      expect.objectContaining({ conversation: 'conversation-1', seq: 1 }),
    ]);
  });

  it('finds what an earlier page left in the outbox', async () => {
    const store = new MemoryOutboxStore();
    const first = fakeDesk(store);
    first.client.start();
    await first.client.write('conversation-1', 'left behind');
    first.client.stop();

    const second = fakeDesk(store);
    second.client.start();
    await settled();
    second.socket().welcome(state());
    await settled();
    expect(second.socket().of('send')).toHaveLength(1);
  });
});

describe('a conversation', () => {
  it('is marked as read up to its end, and told to the others at most once a second', async () => {
    const desk = await liveDesk(state({ last_seq: 2 }), said(1, 'One'), said(2, 'Two'));
    desk.client.read('conversation-1');
    desk.client.read('conversation-1');
    await settled();
    expect(desk.socket().of('seen')).toEqual([expect.objectContaining({ seq: 2 })]);
    expect(desk.client.view('conversation-1').unread).toBe(0);
  });

  it('says once more what was read when the connection took the mark with it, and only then', async () => {
    const desk = await liveDesk(state({ last_seq: 2 }), said(1, 'One'), said(2, 'Two'));
    const again = async () => {
      desk.socket().onclose?.({ code: 1006 });
      await vi.advanceTimersByTimeAsync(30_000);
      desk.socket().onopen?.();
      desk.socket().welcome(state({ last_seq: 2 }));
      await settled();
      return desk.socket().of('seen');
    };
    desk.client.read('conversation-1');
    expect(await again()).toEqual([expect.objectContaining({ seq: 2 })]);
    const stored = { type: 'seen', conversation: 'conversation-1', person: ME, seq: 2 };
    desk.socket().say(stored as ServerFrame);
    expect(await again()).toEqual([]);
  });

  it('shows who is writing, until they stop or send', async () => {
    const desk = await liveDesk(state());
    desk.socket().say({ type: 'typing', conversation: 'conversation-1', person: THEM } as ServerFrame);
    expect(desk.client.view('conversation-1').typing).toEqual([THEM]);
    await vi.advanceTimersByTimeAsync(7000);
    expect(desk.client.view('conversation-1').typing).toEqual([]);
    desk.socket().say({ type: 'typing', conversation: 'conversation-1', person: ME } as ServerFrame);
    expect(desk.client.view('conversation-1').typing).toEqual([]);
  });

  it('keeps a refused message with its reason, to be sent again or taken back', async () => {
    const desk = await liveDesk(state());
    await desk.client.write('conversation-1', 'too late');
    const client_id = desk.socket().of('send')[0]?.client_id as string;
    desk
      .socket()
      .say({ type: 'refused', client_id, code: 'closed', retry: false, detail: '' } as ServerFrame);
    await settled();
    expect(desk.client.view('conversation-1').pending[0]?.refused?.code).toBe('closed');
    await desk.client.discard(client_id);
    expect(desk.client.view('conversation-1').pending).toEqual([]);
  });

  it('leaves my list when it is closed', async () => {
    const desk = await liveDesk(state());
    desk.socket().say(state({ status: 'closed', version: 2 }));
    await settled();
    expect(desk.client.myConversations()).toEqual([]);
  });
});

it('says why the connection ended for good', async () => {
  const desk = await liveDesk();
  desk.socket().onclose?.({ code: 4402 });
  expect(desk.client.connection()).toEqual({ phase: 'stopped', reason: 'revoked' });
});
