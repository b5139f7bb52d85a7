import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AckFrame, RefusedFrame, SendFrame } from '../src/live';
import { MemoryOutboxStore, Outbox } from '../src/outbox';
import { FakeLog } from './fakes/log';

const CONVERSATION = 'c';

function outbox(send: (frame: SendFrame) => boolean, store = new MemoryOutboxStore()) {
  return new Outbox({ store, send, onChange: () => {}, random: () => 0.5 });
}

const text = (words: string) => ({
  conversation: CONVERSATION,
  body: { kind: 'text' as const, text: words },
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an outbox', () => {
  it('keeps what is written without a connection and sends it in order once there is one', async () => {
    const sent: SendFrame[] = [];
    const box = outbox((frame) => sent.push(frame) > 0);
    for (const words of ['one', 'two', 'three']) await box.write(text(words));
    expect(sent).toEqual([]);

    box.connect(16);
    expect(sent.map((frame) => frame.body.text)).toEqual(['one', 'two', 'three']);
    expect(sent.map((frame) => frame.previous)).toEqual([undefined, sent[0]?.client_id, sent[1]?.client_id]);
  });

  it('gives back what never left, and goes on with the rest in order', async () => {
    const sent: SendFrame[] = [];
    const store = new MemoryOutboxStore();
    const box = outbox((frame) => sent.push(frame) > 0, store);
    const [, two] = [
      await box.write(text('one')),
      await box.write(text('two')),
      await box.write(text('three')),
    ];
    expect(box.canTakeBack(two.client_id)).toBe(true);
    expect((await box.takeBack(two.client_id))?.body.text).toBe('two');
    expect(await store.load()).toHaveLength(2);
    box.connect(16);
    expect(sent.map((frame) => frame.body.text)).toEqual(['one', 'three']);
    expect(sent[1]?.previous).toBe(sent[0]?.client_id);
  });

  it('gives nothing back that somebody else may have', async () => {
    const box = outbox(() => true);
    box.connect(16);
    const entry = await box.write(text('gone'));
    expect(await box.takeBack(entry.client_id)).toBeUndefined();
    box.disconnect();
    expect(box.canTakeBack(entry.client_id)).toBe(false);
    expect(await box.takeBack(entry.client_id)).toBeUndefined();
    expect(box.of(CONVERSATION)).toHaveLength(1);
  });

  it('sends again after a reconnect what was never answered, under the same ids', async () => {
    const sent: SendFrame[] = [];
    const box = outbox((frame) => sent.push(frame) > 0);
    box.connect(16);
    const entry = await box.write(text('help'));
    box.disconnect();
    box.connect(16);
    expect(sent.map((frame) => frame.client_id)).toEqual([entry.client_id, entry.client_id]);
  });

  it('leaves nothing behind when everything is confirmed', async () => {
    const store = new MemoryOutboxStore();
    const box = outbox(() => true, store);
    box.connect(16);
    const entry = await box.write(text('help'));
    expect(box.pending).toBe(true);
    await box.settle(entry.client_id);
    expect(box.pending).toBe(false);
    expect(await store.load()).toEqual([]);
  });

  it('has no more on its way than the server allows', async () => {
    const sent: SendFrame[] = [];
    const box = outbox((frame) => sent.push(frame) > 0);
    box.connect(2);
    for (const words of ['one', 'two', 'three']) await box.write(text(words));
    expect(sent).toHaveLength(2);
    await box.settle(sent[0]?.client_id ?? '');
    expect(sent.map((frame) => frame.body.text)).toEqual(['one', 'two', 'three']);
  });
});

describe('an outbox that is refused something', () => {
  it('waits as long as it is asked to before it sends again', async () => {
    const sent: SendFrame[] = [];
    const box = outbox((frame) => sent.push(frame) > 0);
    box.connect(16);
    const { client_id } = await box.write(text('help'));
    await box.refuse({ type: 'refused', client_id, code: 'too_fast', retry: true, after_ms: 2_000 });
    await vi.advanceTimersByTimeAsync(1_900);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
  });

  it('does not wait longer because a whole row of messages was refused at once', async () => {
    const sent: SendFrame[] = [];
    const box = outbox((frame) => sent.push(frame) > 0);
    box.connect(16);
    for (let n = 0; n < 16; n++) await box.write(text(`${n}`));
    for (const { client_id } of [...sent]) {
      await box.refuse({ type: 'refused', client_id, code: 'unavailable', retry: true });
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toHaveLength(32);
  });

  it('keeps what is refused for good, with the reason, and links the next message past it', async () => {
    const sent: SendFrame[] = [];
    const store = new MemoryOutboxStore();
    const box = outbox((frame) => sent.push(frame) > 0, store);
    const first = await box.write(text('one'));
    const second = await box.write(text('two'));
    await box.write(text('three'));
    box.connect(2);
    const { client_id } = second;
    await box.refuse({ type: 'refused', client_id, code: 'closed', retry: false, detail: 'It is closed.' });
    expect(sent.at(-1)).toMatchObject({ body: { text: 'three' }, previous: first.client_id });
    expect((await store.load()).find((entry) => entry.client_id === client_id)?.refused).toEqual({
      code: 'closed',
      detail: 'It is closed.',
    });

    await box.settle(first.client_id);
    await box.retry(client_id);
    expect(sent.at(-1)).toMatchObject({ client_id, previous: sent.at(-2)?.client_id });
  });

  it('repeats a send that a living server never answered', async () => {
    const sent: SendFrame[] = [];
    const box = outbox((frame) => sent.push(frame) > 0);
    box.connect(16);
    await box.write(text('help'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toHaveLength(2);
  });

  it('finds what another tab wrote and forgets what another tab settled', async () => {
    const store = new MemoryOutboxStore();
    const sent: SendFrame[] = [];
    const leader = outbox((frame) => sent.push(frame) > 0, store);
    const follower = outbox(() => false, store);
    leader.connect(16);
    const entry = await follower.write(text('from the other tab'));
    await leader.load();
    expect(sent.map((frame) => frame.client_id)).toEqual([entry.client_id]);
    await leader.settle(entry.client_id);
    await follower.load();
    expect(follower.of(CONVERSATION)).toEqual([]);
  });

  it('puts back what the server lost before anything else', async () => {
    const sent: SendFrame[] = [];
    const box = outbox((frame) => sent.push(frame) > 0);
    const [lost] = [await box.write(text('lost'))];
    await box.settle(lost.client_id);
    await box.write(text('new'));
    await box.putBack([lost]);
    box.connect(16);
    expect(sent.map((frame) => frame.body.text)).toEqual(['lost', 'new']);
  });

  it('does not believe a confirmation from before the server lost what it confirmed', async () => {
    const sent: SendFrame[] = [];
    const box = outbox((frame) => sent.push(frame) > 0);
    box.connect(16);
    const lost = await box.write(text('lost'));
    box.disconnect();
    await box.putBack([lost]);
    // The acknowledgement had arrived, and is only now worked off.
    await box.settle(lost.client_id);
    expect(box.pending).toBe(true);
    box.connect(16);
    await box.settle(lost.client_id);
    expect([sent.length, box.pending]).toEqual([2, false]);
  });
});

/** What can happen to a phone between two words of its owner. */
const fate = fc.oneof(
  { weight: 6, arbitrary: fc.constant('write' as const) },
  { weight: 4, arbitrary: fc.constant('answer' as const) },
  { weight: 2, arbitrary: fc.constant('lose answer' as const) },
  { weight: 2, arbitrary: fc.constant('busy' as const) },
  { weight: 2, arbitrary: fc.constant('disconnect' as const) },
  { weight: 2, arbitrary: fc.constant('connect' as const) },
  { weight: 1, arbitrary: fc.constant('kill' as const) },
  { weight: 2, arbitrary: fc.constant('wait' as const) },
);

class Phone {
  readonly store = new MemoryOutboxStore();
  readonly log = new FakeLog(CONVERSATION, 'me');
  readonly written: string[] = [];
  private arriving: SendFrame[] = [];
  private box = this.begin();

  private begin() {
    return outbox((frame) => this.arriving.push(frame) > 0, this.store);
  }

  async meet(what: typeof fate extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
    if (what === 'write') {
      const words = `${this.written.length}`;
      this.written.push(words);
      await this.box.write(text(words));
    } else if (what === 'answer' || what === 'lose answer') await this.answer(what === 'answer');
    else if (what === 'busy') await this.busy();
    else if (what === 'disconnect') this.cut();
    else if (what === 'connect') this.connect();
    else if (what === 'wait') await vi.advanceTimersByTimeAsync(5_000);
    else await this.kill();
  }

  connect(): void {
    this.cut();
    this.box.connect(4);
  }

  async answer(arrives: boolean): Promise<boolean> {
    const frame = this.arriving.shift();
    if (!frame) return false;
    const answer = this.log.take(frame);
    if (arrives) await this.hear(answer);
    return true;
  }

  get empty(): boolean {
    return !this.box.pending;
  }

  private async busy(): Promise<void> {
    const frame = this.arriving.shift();
    if (frame) await this.hear(this.log.refuse(frame, 'unavailable', true));
  }

  /** What was sent and not taken by the server is gone with the socket. */
  private cut(): void {
    this.box.disconnect();
    this.arriving = [];
  }

  private async kill(): Promise<void> {
    this.cut();
    this.box = this.begin();
    await this.box.load();
  }

  private async hear(answer: AckFrame | RefusedFrame): Promise<void> {
    if (answer.type === 'ack') await this.box.settle(answer.client_id);
    else await this.box.refuse(answer);
  }
}

describe('whatever happens to the network and the app', () => {
  it('everything that was written arrives once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 60 }), async (fates) => {
        const phone = new Phone();
        for (const what of fates) await phone.meet(what);
        phone.connect();
        for (let round = 0; round < 400 && !phone.empty; round++) {
          if (!(await phone.answer(true))) await vi.advanceTimersByTimeAsync(30_000);
        }
        expect(phone.log.messages.map((message) => message.body.text)).toEqual(phone.written);
      }),
      { numRuns: 300 },
    );
  });
});
