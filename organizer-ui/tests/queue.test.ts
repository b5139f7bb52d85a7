import { describe, expect, it, vi } from 'vitest';
import { Calm } from '../src/desk/client/calm';
import { QueueFollower } from '../src/desk/client/queue-follower';
import { QueueStore } from '../src/desk/client/queue-store';
import { byEvent, compareRequests, isOverdue, nextOf } from '../src/desk/queue/rules';
import { at, EVENT, request } from './samples';

describe('the order of the queue', () => {
  it('puts life before everything, then whoever counts as waiting the longest, as the service says', () => {
    const low = request({ id: 'low', priority: 'low', counts_since: at(0) });
    const normal = request({ id: 'normal', priority: 'normal', counts_since: at(-230) });
    const high = request({ id: 'high', priority: 'high', counts_since: at(-580) });
    const critical = request({ id: 'critical', priority: 'critical', counts_since: at(30) });
    const order = [low, normal, high, critical].sort(compareRequests).map(({ id }) => id);
    expect(order).toEqual(['critical', 'high', 'normal', 'low']);
  });

  it('tells two apart who came within the same millisecond', () => {
    const first = request({ id: 'b', counts_since: '2026-07-04T18:00:00.000120Z' });
    const second = request({ id: 'a', counts_since: '2026-07-04T18:00:00.000340Z' });
    expect([second, first].sort(compareRequests).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('is the same whichever way it is sorted', () => {
    const same = ['c', 'a', 'b'].map((id) => request({ id }));
    expect(same.sort(compareRequests).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('takes next whoever is first in any followed event, and nobody who has left', () => {
    const left = request({ id: 'left', status: 'cancelled', priority: 'critical' });
    const foreign = request({ id: 'foreign', event: 'other', priority: 'critical' });
    const waiting = request({ id: 'waiting' });
    expect(nextOf([left, foreign, waiting], [EVENT])?.id).toBe('waiting');
    expect(byEvent([left, foreign, waiting], ['other', EVENT]).map((group) => group.event)).toEqual([
      'other',
      EVENT,
    ]);
  });

  it('says that somebody waits too long: after a minute when life is at stake, later for lost things', () => {
    const now = Date.parse(at(61));
    expect(isOverdue(request({ priority: 'critical' }), now)).toBe(true);
    expect(isOverdue(request({ priority: 'low' }), now)).toBe(false);
  });
});

describe('the queue as frames bring it', () => {
  it('raises an alarm for whoever appears after the first list, once', () => {
    const store = new QueueStore();
    store.begin(EVENT);
    expect(store.put(request({ id: 'first' }), 1)).toBe(false);
    store.end(EVENT, 1);
    expect(store.put(request({ id: 'second' }), 2)).toBe(true);
    expect(store.put(request({ id: 'second' }), 2)).toBe(false);
  });

  it('forgets whoever a fresh list no longer names', () => {
    const store = new QueueStore();
    store.begin(EVENT);
    store.put(request({ id: 'gone' }), 2);
    store.put(request({ id: 'stays' }), 2);
    store.end(EVENT, 2);
    store.begin(EVENT);
    store.put(request({ id: 'stays' }), 1);
    store.end(EVENT, 1);
    expect(store.requests().map(({ id }) => id)).toEqual(['stays']);
  });

  it('notices when a frame was lost', () => {
    const store = new QueueStore();
    store.put(request({ id: 'one' }), 3);
    expect(store.waitingAt(EVENT)).toBe(3);
    expect(store.differs(EVENT, 200)).toBe(true);
    store.put(request({ id: 'one', status: 'taken' }), 0);
    expect(store.differs(EVENT, 200)).toBe(false);
  });

  it('may have the beginning of a long queue, or all of it', () => {
    const store = new QueueStore();
    for (const id of ['one', 'two', 'three']) store.put(request({ id }), 5);
    expect([store.differs(EVENT, 2), store.differs(EVENT, 3), store.differs(EVENT, 4)]).toEqual([
      false,
      false,
      true,
    ]);
    store.put(request({ id: 'three' }), 2);
    expect(store.differs(EVENT, 2)).toBe(true);
  });

  it('is read to its end on demand, in pages, and nothing rings', async () => {
    const pages = [['a', 'b'], ['c', 'd'], ['e']];
    const rung: string[] = [];
    const follower = new QueueFollower({
      watch: () => () => undefined,
      list: async (_event, after) => {
        const page = after === undefined ? 0 : Number(after);
        const items = (pages[page] ?? []).map((id) => request({ id }));
        return { items, next: page < pages.length - 1 ? String(page + 1) : null };
      },
      onChange: () => undefined,
      onAppeared: ({ id }) => rung.push(id),
    });
    follower.follow([EVENT]);
    for (const id of ['a', 'b', 'gone']) follower.put(request({ id }), 5);
    follower.count({ type: 'queue', event: EVENT, waiting: 5 });
    await follower.readWhole(EVENT);
    expect(follower.store.requests().map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(rung).toEqual([]);
  });
});

describe('a crowd', () => {
  it('is shown at once, and then at most a few times a second', () => {
    vi.useFakeTimers();
    const run = vi.fn();
    const calm = new Calm(run);
    for (let change = 0; change < 140; change += 1) calm.ask();
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });
});
