import { describe, expect, it } from 'vitest';
import { answer, createMessengerApi } from '../src/api';
import { fieldErrors, isTemporary, ProblemError, Unreachable } from '../src/problem/problem';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

const call = (respond: (request: Request) => Response | Promise<Response>, more = {}) =>
  answer(
    createMessengerApi({
      baseUrl: 'http://here',
      fetch: async (input) => respond(input as Request),
      ...more,
    }).GET('/messenger/v1/availability'),
  );

const failure = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error) => error,
  );

describe('a call', () => {
  it('answers what the service said', async () => {
    const said = { events: [], capacity: 3, active: 0 };
    expect(await call(() => json(200, said))).toEqual(said);
  });

  it('throws a problem with its code and the reasons beside their fields', async () => {
    const problem = {
      status: 422,
      code: 'invalid',
      title: 'Invalid',
      errors: [{ field: 'owner.email', reason: 'is no e-mail address' }],
    };
    const error = await failure(call(() => json(422, problem)));
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).code).toBe('invalid');
    expect(fieldErrors(error)).toEqual({ 'owner.email': 'is no e-mail address' });
    expect(isTemporary(error)).toBe(false);
  });

  it('knows when to try again', async () => {
    const busy = { status: 429, code: 'too_many_requests', title: 'Too many requests' };
    const error = await failure(call(() => json(429, busy, { 'retry-after': '7' })));
    expect((error as ProblemError).retryAfterMs).toBe(7_000);
    expect(isTemporary(error)).toBe(true);
  });

  it('takes an answer that is no problem document for what it is', async () => {
    const error = await failure(call(() => new Response('<html>', { status: 502 })));
    expect(error).toMatchObject({ code: 'unexpected', status: 502 });
    expect(isTemporary(error)).toBe(true);
  });

  it('says that nobody answered', async () => {
    const error = await failure(call(() => Promise.reject(new TypeError('Failed to fetch'))));
    expect(error).toBeInstanceOf(Unreachable);
    expect(isTemporary(error)).toBe(true);
    expect(fieldErrors(error)).toEqual({});
  });

  it('repeats once with a fresh token when one was refused', async () => {
    const seen: (string | null)[] = [];
    let token = 'old';
    const said = { events: [], capacity: 3, active: 0 };
    const result = await call(
      (request) => {
        seen.push(request.headers.get('authorization'));
        return token === 'old' ? json(401, { code: 'unauthenticated', title: '' }) : json(200, said);
      },
      {
        token: async () => token,
        tokenRefused: () => {
          token = 'new';
        },
      },
    );
    expect(result).toEqual(said);
    expect(seen).toEqual(['Bearer old', 'Bearer new']);
  });
});
