import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation, Message } from '../src/live';
import { type Kept, Replica, type ReplicaStore, Sequence } from '../src/replica';

const C = 'c';
const me = { id: 'me', kind: 'participant' as const };

function message(seq: number, sender = 'other'): Message {
  return {
    conversation: C,
    seq,
    client_id: `client ${seq}`,
    sender: { id: sender, kind: 'participant' },
    at: '2030-01-01T00:00:00Z',
    body: { kind: 'text', text: `${seq}` },
  };
}

const log = (last: number) => Array.from({ length: last }, (_, index) => message(index + 1));

function state(more: Partial<Conversation> = {}): Conversation {
  return {
    id: C,
    kind: 'help',
    event: 'e',
    status: 'open',
    version: 1,
    first_seq: 1,
    last_seq: 0,
    participants: [{ id: 'me', name: null }],
    members: [],
    received: {},
    seen: {},
    opened_at: '2030-01-01T00:00:00Z',
    ...more,
  };
}

class MapStore implements ReplicaStore {
  epoch: string | undefined;
  states = new Map<string, Conversation>();
  messages: Message[] = [];
  async load(): Promise<Kept> {
    return { epoch: this.epoch, states: [...this.states.values()], messages: this.messages };
  }
  async loadOne(id: string) {
    return { state: this.states.get(id), messages: this.messages };
  }
  async putEpoch(epoch: string) {
    this.epoch = epoch;
  }
  async putState(kept: Conversation) {
    this.states.set(kept.id, kept);
  }
  async putMessages(news: Message[]) {
    this.messages.push(...news);
  }
  async replace(_: string, messages: Message[]) {
    this.messages = [...messages];
  }
}

function setUp(server: { messages: Message[]; state?: Conversation }, store = new MapStore()) {
  const lost: Message[] = [];
  const read = vi.fn(async (_: string, after: number) =>
    server.messages.filter(({ seq }) => seq > after).slice(0, 3),
  );
  const replica = new Replica({
    store,
    read,
    readState: async () => server.state ?? state({ last_seq: server.messages.length }),
    onChange: () => {},
    onLost: async (messages) => void lost.push(...messages),
    person: () => me,
    random: () => 0.5,
  });
  const seqs = () => replica.copy(C)?.messages.map(({ seq }) => seq) ?? [];
  return { replica, read, lost, store, seqs };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the position', () => {
  it('is the end of what is there without holes, in whatever order numbers come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (seqs) => {
        const sequence = new Sequence();
        for (const seq of seqs) {
          expect(sequence.add(seq)).toBe(true);
          expect(sequence.add(seq)).toBe(false);
        }
        const there = new Set(seqs);
        let head = 0;
        while (there.has(head + 1)) head += 1;
        expect(sequence.head).toBe(head);
        expect(sequence.behind).toBe(seqs.some((seq) => seq > head));
      }),
    );
  });

  it('misses nothing below the first number that still exists', () => {
    const sequence = new Sequence();
    sequence.add(12);
    sequence.startAt(11);
    expect(sequence.head).toBe(10);
    sequence.add(11);
    expect(sequence.head).toBe(12);
  });
});

describe('a replica', () => {
  it('keeps each message once and in order', async () => {
    const { replica, seqs, store } = setUp({ messages: log(3) });
    for (const seq of [1, 3, 2, 2, 1]) await replica.message(message(seq));
    expect(seqs()).toEqual([1, 2, 3]);
    expect(store.messages).toHaveLength(3);
    expect(replica.positions()).toMatchObject([{ conversation: C, seq: 3 }]);
  });

  it('does not read what only overtook something on its way', async () => {
    const { replica, read } = setUp({ messages: log(2) });
    await replica.message(message(2));
    await replica.message(message(1));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(read).not.toHaveBeenCalled();
  });

  it('reads what is missing, and names the position before the hole until it is there', async () => {
    const { replica, seqs } = setUp({ messages: log(8) });
    await replica.message(message(1));
    await replica.message(message(8));
    expect(replica.head(C)).toBe(1);
    expect(replica.copy(C)?.incomplete).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(replica.head(C)).toBe(8);
    expect(replica.copy(C)?.incomplete).toBe(false);
  });

  it('reads the rest when it is told that it is behind, also when calls fail at first', async () => {
    const { replica, read, seqs } = setUp({ messages: log(5) });
    read.mockRejectedValueOnce(new TypeError('no network'));
    replica.behind({ conversation: C, head: 5 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(seqs()).toEqual([1, 2, 3, 4, 5]);
  });

  it('reads what a state says it lacks', async () => {
    const { replica, seqs } = setUp({ messages: log(4) });
    await replica.state({ state: state({ last_seq: 4 }) });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seqs()).toEqual([1, 2, 3, 4]);
  });

  it('does not ask for ever for what the server does not have', async () => {
    const { replica, read } = setUp({ messages: [message(1), message(3)] });
    await replica.message(message(1));
    await replica.message(message(3));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read.mock.calls.length).toBeLessThan(5);
    expect(replica.copy(C)?.incomplete).toBe(false);
  });

  it('takes its own message from the acknowledgement', async () => {
    const { replica } = setUp({ messages: [] });
    const entry = {
      client_id: 'mine',
      conversation: C,
      body: { kind: 'text' as const, text: 'help' },
      written_at: '',
      order: 1,
    };
    await replica.own(entry, { client_id: 'mine', conversation: C, seq: 1, at: '2030-01-01T00:00:00Z' });
    expect(replica.hasOwn(C, 'mine')).toBe(true);
    expect(replica.copy(C)?.messages[0]?.sender).toEqual(me);
  });

  it('ignores an older state and keeps the later receipts', async () => {
    const { replica } = setUp({ messages: [] });
    await replica.state({ state: state({ version: 3, seen: { other: 5 } }) });
    await replica.state({ state: state({ version: 2, status: 'closed' }) });
    await replica.state({ state: state({ version: 4, seen: { other: 2 } }) });
    await replica.receipt({ type: 'seen', conversation: C, person: 'other', seq: 4 });
    expect(replica.copy(C)?.state).toMatchObject({ version: 4, status: 'open', seen: { other: 5 } });
  });

  it('begins where an earlier life of the app ended', async () => {
    const first = setUp({ messages: log(3) });
    await first.replica.state({ state: state() });
    for (const seq of [1, 2, 3, 5]) await first.replica.message(message(seq));
    const second = setUp({ messages: log(5) }, first.store);
    await second.replica.load();
    expect(second.replica.positions()).toMatchObject([{ conversation: C, seq: 3 }]);
    expect(second.seqs()).toEqual([1, 2, 3, 5]);
  });

  it('names open conversations only', async () => {
    const { replica } = setUp({ messages: [] });
    await replica.state({ state: state({ status: 'closed' }) });
    expect(replica.positions()).toEqual([]);
  });
});

describe('a store that went back in time', () => {
  it('is read anew, and what it lost of ours is offered again', async () => {
    const server = { messages: log(2), state: state({ version: 1, last_seq: 2 }) };
    const { replica, lost, seqs, store } = setUp(server);
    await replica.welcome('one');
    await replica.state({ state: state({ version: 9, last_seq: 4 }) });
    for (const seq of [1, 2]) await replica.message(message(seq));
    await replica.message(message(3, 'other'));
    await replica.message(message(4, 'me'));
    await replica.welcome('two');
    expect(seqs()).toEqual([1, 2]);
    expect(lost.map(({ client_id }) => client_id)).toEqual(['client 4']);
    expect(store.messages).toHaveLength(2);
    expect(store.epoch).toBe('two');
    expect(replica.copy(C)?.state?.version).toBe(1);
  });

  it('does not swallow what arrives while it is read', async () => {
    const server = { messages: log(2) };
    const { replica, read, seqs } = setUp(server);
    for (const seq of [1, 2, 3, 4]) await replica.message(message(seq));
    read.mockImplementationOnce(async () => {
      await replica.message({ ...message(3), client_id: 'new 3' });
      return server.messages;
    });
    await replica.reset({ conversation: C, epoch: 'one' });
    expect(seqs()).toEqual([1, 2, 3]);
    expect(replica.hasOwn(C, 'new 3')).toBe(true);
  });

  it('is waited for when it does not answer', async () => {
    const { replica, read, seqs } = setUp({ messages: log(1) });
    for (const seq of [1, 2]) await replica.message(message(seq));
    read.mockRejectedValueOnce(new TypeError('no network'));
    const done = replica.reset({ conversation: C, epoch: 'one' });
    expect(seqs()).toEqual([1, 2]);
    await vi.advanceTimersByTimeAsync(1_000);
    await done;
    expect(seqs()).toEqual([1]);
  });
});

describe('whatever order frames come in', () => {
  it('every message is there once, in order', async () => {
    const arrival = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(arrival, fc.integer({ min: 0, max: 12 }), async (order, head) => {
        const { replica, seqs } = setUp({ messages: log(12) });
        for (const seq of order) await replica.message(message(seq));
        replica.behind({ conversation: C, head });
        await vi.advanceTimersByTimeAsync(5_000);
        const highest = Math.max(head, 0, ...order);
        expect(seqs().slice(0, highest)).toEqual(log(highest).map(({ seq }) => seq));
        expect(replica.head(C)).toBeGreaterThanOrEqual(highest);
      }),
      { numRuns: 200 },
    );
  });
});
