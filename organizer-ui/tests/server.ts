/** The services as a page meets them: answers by method and path, and what was asked. */

import { vi } from 'vitest';

type Answer = { status?: number; body?: unknown };
type Routes = Record<string, (body: unknown, url: URL) => Answer | Promise<Answer>>;

export interface Asked {
  call: string;
  body: unknown;
}

/** A refusal as the services write it. */
export function refusal(status: number, code: string, extra: object = {}): Answer {
  return { status, body: { type: 'about:blank', title: code, status, code, ...extra } };
}

/** Answers calls such as `POST /auth/v1/sessions`; what is not named is not found. */
export function serve(routes: Routes): Asked[] {
  const asked: Asked[] = [];
  const token: Routes = {
    'POST /auth/v1/sessions/token': () => ({ body: { access_token: 't', expires_in: 600 } }),
  };
  vi.stubGlobal('fetch', async (input: Request) => {
    const url = new URL(input.url);
    const call = `${input.method} ${url.pathname}`;
    const text = await input.text();
    const body = text === '' ? undefined : JSON.parse(text);
    if (!(call in token)) asked.push({ call, body });
    const route = routes[call] ?? token[call] ?? (() => refusal(404, 'not_found'));
    const { status = 200, body: answer } = await route(body, url);
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(status === 204 ? null : JSON.stringify(answer), {
      status,
      headers: { 'content-type': type },
    });
  });
  return asked;
}
