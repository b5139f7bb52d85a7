/**
 * Typed calls to the three services. The types are generated from the services' contracts (`npm run api`).
 *
 * `const items = await answer(messenger.GET('/messenger/v1/conversations', {params: {query: {status: 'open'}}}))`
 */
import createClient, { type Client } from 'openapi-fetch';
import { problemOf, Unreachable } from '../problem/problem';
import type * as Auth from './auth';
import type * as Core from './core';
import type * as Messenger from './messenger';

export type AuthSchemas = Auth.components['schemas'];
export type CoreSchemas = Core.components['schemas'];
export type MessengerSchemas = Messenger.components['schemas'];
export type MessengerPaths = Messenger.paths;

export type AuthApi = Client<Auth.paths>;
export type CoreApi = Client<Core.paths>;
export type MessengerApi = Client<Messenger.paths>;

/** How long a call may take before it counts as unanswered. */
const CALL_TIMEOUT_MS = 20_000;

export interface ApiOptions {
  /** Where the services are; the page's own origin unless given. */
  baseUrl?: string;
  /** A token for calls made on somebody's behalf; nothing for calls that need none. */
  token?: () => Promise<string | undefined>;
  /** Told about a token that was refused, so that the next one is fresh. The call is then repeated once. */
  tokenRefused?: (token: string) => void;
  timeoutMs?: number;
  fetch?: typeof fetch;
}

export const createAuthApi = (options: ApiOptions = {}): AuthApi => client<Auth.paths>(options);
export const createCoreApi = (options: ApiOptions = {}): CoreApi => client<Core.paths>(options);
export const createMessengerApi = (options: ApiOptions = {}): MessengerApi =>
  client<Messenger.paths>(options);

/** What a call answered; throws `ProblemError` for a refusal and `Unreachable` when nobody answered. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response, error);
  return data as T;
}

function client<Paths extends object>(options: ApiOptions): Client<Paths> {
  const baseUrl = options.baseUrl ?? globalThis.location?.origin ?? '';
  return createClient<Paths>({ baseUrl, fetch: (request: Request) => authorized(request, options) });
}

/** Adds the token; a refused one is replaced once. */
async function authorized(request: Request, options: ApiOptions): Promise<Response> {
  const token = await options.token?.();
  const first = await timed(withToken(request.clone(), token), options);
  if (first.status !== 401 || !token || !options.tokenRefused) return first;
  options.tokenRefused(token);
  const next = await options.token?.();
  return next && next !== token ? timed(withToken(request, next), options) : first;
}

async function timed(request: Request, options: ApiOptions): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), options.timeoutMs ?? CALL_TIMEOUT_MS);
  try {
    return await (options.fetch ?? fetch)(request, { signal: abort.signal });
  } catch (error) {
    throw new Unreachable(error);
  } finally {
    clearTimeout(timer);
  }
}

function withToken(request: Request, token: string | undefined): Request {
  if (token) request.headers.set('authorization', `Bearer ${token}`);
  return request;
}
