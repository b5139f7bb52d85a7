import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveClient, type LiveOptions, type LiveState, liveUrl, type ServerFrame } from '../src/live';
import { FakeNetwork } from './fakes/sockets';

function setUp(more: Partial<LiveOptions> = {}) {
  const network = new FakeNetwork();
  const frames: ServerFrame[] = [];
  const states: LiveState[] = [];
  const tokenRefused = vi.fn();
  let tokens = 0;
  const live = new LiveClient({
    url: 'ws://here/messenger/v1/live',
    device: 'phone',
    token: async () => ({ value: `token ${++tokens}`, expiresAt: Date.now() + 600_000 }),
    tokenRefused,
    positions: () => [{ conversation: 'c', seq: 7 }],
    epoch: () => 'one',
    onFrame: (frame) => frames.push(frame),
    onState: (state) => states.push(state),
    openSocket: network.open,
    random: () => 1,
    ...more,
  });
  return { live, network, frames, states, tokenRefused };
}

async function connected(more: Partial<LiveOptions> = {}, heartbeat = 20) {
  const all = setUp(more);
  all.live.start();
  await vi.advanceTimersByTimeAsync(0);
  all.network.last.welcome('one', heartbeat);
  return all;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('connecting', () => {
  it('says hello with the token, the epoch and the positions, and never puts the token into the address', async () => {
    const { network } = await connected();
    expect(network.last.url).not.toContain('token');
    expect(network.last.protocol).toBe('steward.v1');
    expect(network.last.heard).toEqual([
      {
        type: 'hello',
        token: 'token 1',
        device: 'phone',
        epoch: 'one',
        positions: [{ conversation: 'c', seq: 7 }],
      },
    ]);
  });

  it('is live once everything missed was replayed', async () => {
    const { states } = await connected();
    expect(states.map((state) => state.phase)).toEqual(['connecting', 'syncing', 'live']);
  });

  it('hands over no frame before the welcome', async () => {
    const { live, network } = setUp();
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    network.last.accept();
    expect(live.send({ type: 'typing', conversation: 'c' })).toBe(false);
    network.last.welcome();
    expect(live.send({ type: 'typing', conversation: 'c' })).toBe(true);
  });

  it('gives up a server that never says welcome', async () => {
    const { live, network } = setUp();
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    network.last.accept();
    await vi.advanceTimersByTimeAsync(15_500);
    expect(network.sockets).toHaveLength(2);
  });

  it('stops when nobody is signed in', async () => {
    const { live } = setUp({ token: async () => undefined });
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(live.state).toEqual({ phase: 'stopped', reason: 'unauthenticated' });
  });

  it('tries again when the token could not be fetched', async () => {
    const token = vi
      .fn()
      .mockRejectedValueOnce(new TypeError('no network'))
      .mockResolvedValue({ value: 't', expiresAt: Date.now() + 600_000 });
    const { live, network } = setUp({ token });
    live.start();
    await vi.advanceTimersByTimeAsync(500);
    expect(network.sockets).toHaveLength(1);
  });

  it('ignores what is no frame', async () => {
    const { network, frames } = await connected();
    const before = frames.length;
    network.last.onmessage?.({ data: 'no json' });
    network.last.onmessage?.({ data: '[]' });
    network.last.onmessage?.({ data: new ArrayBuffer(1) });
    expect(frames).toHaveLength(before);
  });
});

describe('coming back', () => {
  it('doubles the longest wait from half a second to thirty', async () => {
    const { live, network } = setUp();
    live.start();
    await vi.advanceTimersByTimeAsync(0);
    const waits: number[] = [];
    for (let n = 0; n < 9; n++) {
      network.last.end(1006);
      if (live.state.phase === 'waiting') waits.push(live.state.until - Date.now());
      await vi.advanceTimersByTimeAsync(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  });

  it.each([4101, 4102, 4103])('resumes now after %d', async (code) => {
    const { live, network } = await connected();
    network.last.end(code);
    await vi.advanceTimersByTimeAsync(500);
    expect(network.sockets).toHaveLength(2);
    expect(live.state.phase).toBe('connecting');
  });

  it.each([4201, 4202, 4203])('backs off after %d', async (code) => {
    const { network } = await connected();
    network.last.end(code);
    await vi.advanceTimersByTimeAsync(999);
    expect(network.sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(501);
    expect(network.sockets).toHaveLength(2);
  });

  it('stays away for a minute after abuse', async () => {
    const { network } = await connected();
    network.last.end(4405);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(network.sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(network.sockets).toHaveLength(2);
  });

  it.each([
    [4402, 'revoked'],
    [4403, 'version'],
    [4404, 'replaced'],
  ])('stops after %d: %s', async (code, reason) => {
    const { live, network } = await connected();
    network.last.end(code);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(network.sockets).toHaveLength(1);
    expect(live.state).toEqual({ phase: 'stopped', reason });
  });

  it('tries one fresh token after 4401, then stops', async () => {
    const { live, network, tokenRefused } = await connected();
    network.last.end(4401);
    await vi.advanceTimersByTimeAsync(0);
    expect(tokenRefused).toHaveBeenCalledWith('token 1');
    expect(network.sockets).toHaveLength(2);
    network.last.end(4401);
    expect(live.state).toEqual({ phase: 'stopped', reason: 'unauthenticated' });
  });

  it('leaves a node that says goodbye when it was told to', async () => {
    const { network } = await connected();
    network.last.say({ type: 'bye', delay_ms: 3_000 });
    await vi.advanceTimersByTimeAsync(2_999);
    expect(network.sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(network.sockets).toHaveLength(2);
    expect(network.sockets[0]?.closedWith).toBe(1000);
  });

  it('follows its topics again', async () => {
    const { live, network } = await connected();
    const unwatch = live.watch('queue:e');
    network.last.end(4101);
    await vi.advanceTimersByTimeAsync(500);
    network.last.welcome();
    expect(network.last.heard).toContainEqual({ type: 'watch', topic: 'queue:e' });
    unwatch();
    expect(network.last.heard.at(-1)).toEqual({ type: 'unwatch', topic: 'queue:e' });
  });

  it('listens to nothing that an earlier socket still says', async () => {
    const { network, frames } = await connected();
    const [first] = network.sockets;
    const hear = first?.onmessage;
    network.last.end(4101);
    const before = frames.length;
    hear?.({ data: '{"type":"synced"}' });
    expect(frames).toHaveLength(before);
  });
});

describe('heartbeats', () => {
  it('answers a ping', async () => {
    const { network } = await connected();
    network.last.say({ type: 'ping' });
    expect(network.last.heard.at(-1)).toEqual({ type: 'pong' });
  });

  it('takes twice the heartbeat of silence for a dead socket', async () => {
    const { live, network } = await connected({}, 20);
    await vi.advanceTimersByTimeAsync(30_000);
    network.last.say({ type: 'ping' });
    await vi.advanceTimersByTimeAsync(39_999);
    expect(live.state.phase).toBe('live');
    await vi.advanceTimersByTimeAsync(1);
    expect(network.sockets[0]?.closedWith).toBeDefined();
    await vi.advanceTimersByTimeAsync(500);
    expect(network.sockets).toHaveLength(2);
  });

  it('takes a heartbeat that changed from then on', async () => {
    const { live, network } = await connected({}, 50);
    network.last.say({ type: 'ping', heartbeat_s: 20 });
    await vi.advanceTimersByTimeAsync(39_999);
    expect(live.state.phase).toBe('live');
    await vi.advanceTimersByTimeAsync(1);
    expect(network.sockets[0]?.closedWith).toBeDefined();
  });

  it('connects at once when the device wakes up, and keeps a socket that is alive', async () => {
    const { live, network } = await connected();
    live.wake();
    expect(network.sockets).toHaveLength(1);
    network.last.end(1006);
    live.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(network.sockets).toHaveLength(2);
  });

  it('lets a socket go when the device lost its network', async () => {
    const { live, network } = await connected();
    live.lost();
    expect(live.state.phase).toBe('waiting');
    expect(network.last.closedWith).toBe(1000);
  });
});

describe('tokens', () => {
  it('sends a fresh one before the old one ends', async () => {
    const { network } = await connected();
    const pings = setInterval(() => network.last.say({ type: 'ping' }), 20_000);
    await vi.advanceTimersByTimeAsync(541_000);
    clearInterval(pings);
    expect(network.last.heard).toContainEqual({ type: 'token', token: 'token 2' });
    expect(network.sockets).toHaveLength(1);
  });
});

describe('networks that break sockets', () => {
  const frame: ServerFrame = { type: 'behind', conversation: 'c', head: 9 };

  async function broken(poll: LiveOptions['poll']) {
    const all = setUp({ poll });
    all.live.start();
    for (let n = 0; n < 3; n++) {
      await vi.advanceTimersByTimeAsync(2_000);
      all.network.last.end(1006);
    }
    await vi.advanceTimersByTimeAsync(0);
    return all;
  }

  it('are polled after three sockets failed, and sockets are tried again meanwhile', async () => {
    const poll = vi.fn(async () => [frame]);
    const { live, network, frames } = await broken(poll);
    expect(frames).toContainEqual(frame);
    expect(live.state.phase).toBe('polling');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(network.sockets.length).toBeGreaterThan(3);
    network.last.welcome();
    expect(live.state.phase).toBe('live');
    const before = poll.mock.calls.length;
    const pings = setInterval(() => network.last.say({ type: 'ping' }), 10_000);
    await vi.advanceTimersByTimeAsync(60_000);
    clearInterval(pings);
    expect(poll.mock.calls.length).toBe(before);
  });

  it('say that they are away when polling fails, too', async () => {
    const { live } = await broken(async () => Promise.reject(new TypeError('no network')));
    expect(live.state.phase).toBe('waiting');
  });
});

describe('the address', () => {
  it('follows the page', () => {
    expect(liveUrl('https://help.example')).toBe('wss://help.example/messenger/v1/live');
    expect(liveUrl('http://localhost:8080')).toBe('ws://localhost:8080/messenger/v1/live');
  });
});
