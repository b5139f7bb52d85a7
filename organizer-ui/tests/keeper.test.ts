import { ProblemError } from '@steward/client-kit/problem';
import { describe, expect, it, vi } from 'vitest';
import { SessionKeeper, SignedOut } from '../src/sessions/keeper';
import { member } from './samples';

const session = { kind: 'member' as const, member: member() };
const refusal = (status: number, code: string) =>
  new ProblemError({ type: 'about:blank', title: code, status, code });

function keeperWith(
  tokens: (() => Promise<{ access_token: string; expires_in: number }>)[],
  clock = () => 0,
) {
  const token = vi.fn(() => (tokens.shift() ?? (() => Promise.reject(new Error('no more'))))());
  const current = vi.fn(async () => session as never);
  return { keeper: new SessionKeeper({ current, token }, clock), token, current };
}

const hasExpired = (keeper: SessionKeeper) =>
  vi.waitFor(() => expect(keeper.state().phase).toBe('expired'), { timeout: 30_000 });
const good = (value: string) => async () => ({ access_token: value, expires_in: 600 });
const ended = () => Promise.reject(refusal(401, 'unauthenticated'));

describe('the session', () => {
  it('exchanges the cookie once for calls that ask at the same time, and again before the token ends', async () => {
    let now = 0;
    const { keeper, token } = keeperWith([good('one'), good('two')], () => now);
    await keeper.load();
    expect(await Promise.all([keeper.accessToken(), keeper.accessToken()])).toEqual(['one', 'one']);
    now = 539_000;
    expect(await keeper.accessToken()).toBe('one');
    now = 541_000;
    expect(await keeper.accessToken()).toBe('two');
    expect(token).toHaveBeenCalledTimes(2);
  });

  it('lets calls wait while it has ended, and go on after signing in again', async () => {
    const { keeper } = keeperWith([ended, good('fresh')]);
    await keeper.load();
    const call = keeper.accessToken();
    await hasExpired(keeper);
    keeper.enter(session as never);
    expect(await call).toBe('fresh');
  });

  it('gives waiting calls up when the person leaves', async () => {
    const { keeper } = keeperWith([ended]);
    await keeper.load();
    const call = keeper.accessToken();
    await hasExpired(keeper);
    keeper.leave();
    await expect(call).rejects.toBeInstanceOf(SignedOut);
  });

  it('tells "not signed in" and "blocked" from "nobody answers"', async () => {
    const phaseAfter = async (error: unknown) => {
      const keeper = new SessionKeeper({ current: () => Promise.reject(error), token: ended });
      await keeper.load();
      return keeper.state().phase;
    };
    expect(await phaseAfter(refusal(401, 'unauthenticated'))).toBe('signed-out');
    expect(await phaseAfter(refusal(403, 'organization_blocked'))).toBe('signed-out');
    expect(await phaseAfter(new TypeError('network'))).toBe('unreachable');
  });
});
