import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SendFrame } from '../src/live';
import { MemoryOutboxStore, Outbox, type OutboxEntry } from '../src/outbox';
import { ProblemError, Unreachable } from '../src/problem/problem';
import { AttachmentFiles, type UploadCalls, Uploader } from '../src/uploads';

const CONVERSATION = 'c';
const SIZE = 100_000;

/** A server that keeps pieces, and a network that the test takes away. */
class Server implements UploadCalls {
  readonly files = new Map<string, number>();
  begun = 0;
  pieces = 0;
  /** Fails the next so many calls; of a lost answer the piece has arrived. */
  broken = 0;
  lost = 0;
  refuse: ProblemError | undefined;

  async begin({ upload }: OutboxEntry) {
    this.begun += 1;
    if (this.refuse) throw this.refuse;
    if (this.broken-- > 0) throw new Unreachable();
    const id = upload?.id ?? '';
    this.files.set(id, this.files.get(id) ?? 0);
    return this.state(id);
  }

  async append(id: string, offset: number, piece: Blob) {
    this.pieces += 1;
    if (this.broken-- > 0) throw new Unreachable();
    const has = this.files.get(id) ?? 0;
    if (has !== offset) {
      throw new ProblemError({ status: 409, code: 'offset', title: 'Conflict', offset: has });
    }
    this.files.set(id, has + piece.size);
    if (this.lost-- > 0) throw new Unreachable();
    return this.state(id);
  }

  private state(id: string) {
    const offset = this.files.get(id) ?? 0;
    return { offset, finished: offset === SIZE, width: 800, height: 600, seconds: 7 };
  }
}

function start(server = new Server(), store = new MemoryOutboxStore(), kept = new Map<string, Blob>()) {
  const sent: SendFrame[] = [];
  const box: Outbox = new Outbox({
    store,
    send: (frame) => sent.push(frame) > 0,
    onChange: () => uploader.work(),
    fileOf: async (id) => kept.get(id),
    random: () => 0.5,
  });
  const way = { open: true };
  const uploader: Uploader = new Uploader({
    outbox: box,
    calls: server,
    ready: () => way.open,
    onProgress: () => undefined,
  });
  box.connect(16);
  return { box, uploader, server, sent, way, store };
}

const photo = (id = 'p') => ({
  conversation: CONVERSATION,
  body: { kind: 'photo' as const, attachments: [{ id, width: 8, height: 6 }] },
  upload: { id, kind: 'photo' as const, file: new Blob(['x'.repeat(SIZE)], { type: 'image/jpeg' }) },
});
const text = (words: string) => ({
  conversation: CONVERSATION,
  body: { kind: 'text' as const, text: words },
});
const said = (sent: SendFrame[]) => sent.map(({ body }) => (body.kind === 'text' ? body.text : body.kind));

beforeEach(() => {
  vi.useFakeTimers();
  // Pauses have a length, and always the same.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets everything go on that waits for a promise or a timer; less than what makes the outbox send again. */
const settle = () => vi.advanceTimersByTimeAsync(15_000);

describe('a message with a file', () => {
  it('leaves once its file is with the server, with the size that the server gave it', async () => {
    const { box, sent, server } = start();
    await box.write(photo());
    await settle();
    expect(server.files.get('p')).toBe(SIZE);
    expect(server.pieces).toBeGreaterThan(1);
    expect(sent[0]?.body).toEqual({ kind: 'photo', attachments: [{ id: 'p', width: 800, height: 600 }] });
    expect(sent[0]).not.toHaveProperty('upload');
  });

  it('does not let words wait, and stands behind them', async () => {
    const { box, sent, way, uploader } = start();
    way.open = false;
    await box.write(text('before'));
    const { client_id } = await box.write(photo());
    await box.write(text('after'));
    expect(said(sent)).toEqual(['before', 'after']);
    expect(sent[1]?.previous).toBe(sent[0]?.client_id);
    way.open = true;
    uploader.work();
    await settle();
    expect(said(sent)).toEqual(['before', 'after', 'photo']);
    expect(sent[2]).toMatchObject({ client_id, previous: sent[1]?.client_id });
  });

  it('goes on where it stopped when the network comes back', async () => {
    const { box, server, sent, uploader } = start();
    server.lost = 1;
    await box.write(photo());
    await vi.advanceTimersByTimeAsync(0);
    const arrived = server.files.get('p') ?? 0;
    expect(arrived).toBeGreaterThan(0);
    expect(said(sent)).toEqual([]);
    server.broken = 3;
    await settle();
    expect(said(sent)).toEqual(['photo']);
    expect(server.begun).toBeGreaterThan(1);
    expect(uploader.share(sent[0]?.client_id ?? '')).toBe(0);
  });

  it('survives the end of the app with what has arrived', async () => {
    const first = start();
    first.server.broken = 1_000;
    await first.box.write(photo());
    first.way.open = false;
    const again = start(new Server(), first.store);
    again.server.files.set('p', 40_000);
    await again.box.load();
    await settle();
    expect(again.server.files.get('p')).toBe(SIZE);
    expect(said(again.sent)).toEqual(['photo']);
  });

  it('can be taken back while it is on its way', async () => {
    const { box, server, sent, way } = start();
    const { client_id } = await box.write(photo());
    expect(box.canTakeBack(client_id)).toBe(true);
    await box.takeBack(client_id);
    await settle();
    expect(said(sent)).toEqual([]);
    expect(server.files.get('p') ?? 0).toBeLessThan(SIZE);
    expect(way.open).toBe(true);
  });

  it('stays with the reason when the server will not take it, and goes when it is tried again', async () => {
    const { box, server, sent } = start();
    server.refuse = new ProblemError({ status: 413, code: 'too_large', title: 'Too large' });
    const { client_id } = await box.write(photo());
    await settle();
    expect(box.get(client_id)?.refused?.code).toBe('too_large');
    await box.write(text('still heard'));
    expect(said(sent)).toEqual(['still heard']);
    server.refuse = undefined;
    await box.retry(client_id);
    await settle();
    expect(said(sent)).toEqual(['still heard', 'photo']);
  });

  it('waits for somebody who has to sign in again', async () => {
    const { box, server, sent, uploader } = start();
    server.refuse = new ProblemError({ status: 401, code: 'unauthenticated', title: 'Unauthorized' });
    const { client_id } = await box.write(photo());
    await settle();
    expect(box.get(client_id)?.refused).toBeUndefined();
    server.refuse = undefined;
    uploader.work();
    await settle();
    expect(said(sent)).toEqual(['photo']);
  });
});

describe('what a message says of its file', () => {
  it('is as long as the server found it', async () => {
    const { box, sent } = start();
    const { upload } = photo();
    const body = { kind: 'voice' as const, attachment: 'p', seconds: 60 };
    await box.write({ conversation: CONVERSATION, body, upload: { ...upload, kind: 'voice' } });
    await settle();
    expect(sent[0]?.body).toEqual({ kind: 'voice', attachment: 'p', seconds: 7 });
  });
});

describe('a file that the server has lost', () => {
  it('goes up once more when the server has lost the file, and only once', async () => {
    const { box, sent, server } = start();
    const { client_id } = await box.write(photo());
    await settle();
    const refused = { type: 'refused', client_id, code: 'invalid', retry: false } as const;
    server.files.clear();
    await box.refuse(refused);
    await box.write(text('meanwhile'));
    await settle();
    expect(server.files.get('p')).toBe(SIZE);
    expect(said(sent)).toEqual(['photo', 'meanwhile', 'photo']);
    await box.refuse(refused);
    await settle();
    expect(box.get(client_id)?.refused?.code).toBe('invalid');
    expect(said(sent).filter((kind) => kind === 'photo')).toHaveLength(2);
  });

  it('goes up from what the phone kept, also when it had been confirmed', async () => {
    const { box, sent, server } = start(undefined, undefined, new Map([['p', photo().upload.file]]));
    const { conversation, body } = photo();
    const lost = { client_id: 'lost', conversation, body, written_at: '', order: 0 };
    await box.putBack([lost]);
    expect(said(sent)).toEqual(['photo']);
    await box.refuse({ type: 'refused', client_id: 'lost', code: 'invalid', retry: false });
    await settle();
    expect(server.files.get('p')).toBe(SIZE);
    expect(said(sent)).toEqual(['photo', 'photo']);
    // What was not kept stays with its reason.
    await box.putBack([{ ...lost, client_id: 'gone', body: { kind: 'voice', attachment: 'v', seconds: 3 } }]);
    await box.refuse({ type: 'refused', client_id: 'gone', code: 'invalid', retry: false });
    expect(box.get('gone')?.refused?.code).toBe('invalid');
  });
});

describe('the files of a page', () => {
  it('are fetched once, tried again after a failure, and kept where they outlive the page', async () => {
    const shelf = new Map<string, Blob>();
    let fails = true;
    const read = vi.fn(async () => {
      if (fails) throw new Unreachable();
      return new Blob(['picture']);
    });
    const keep = {
      get: async (name: string) => shelf.get(name),
      put: async (name: string, file: Blob) => void shelf.set(name, file),
    };
    const files = new AttachmentFiles(read, keep);
    await expect(files.url('p', 'thumbnail')).rejects.toThrow();
    fails = false;
    const url = await files.url('p', 'thumbnail');
    expect(await files.url('p', 'thumbnail')).toBe(url);
    expect(read).toHaveBeenCalledTimes(2);
    const later = new AttachmentFiles(() => Promise.reject(new Unreachable()), keep);
    expect(await later.url('p', 'thumbnail')).toMatch(/^blob:/);
    files.keep('mine', new Blob(['own']));
    expect(await files.sent('mine')).toBeDefined();
    expect(await later.sent('mine')).toBeDefined();
    expect(await later.sent('theirs')).toBeUndefined();
    expect(await files.url('mine', 'original')).toMatch(/^blob:/);
    expect(read).toHaveBeenCalledTimes(2);
  });
});
