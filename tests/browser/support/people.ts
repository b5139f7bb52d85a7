import { randomUUID } from 'node:crypto';

/** The password of everybody in the demo. */
export const PASSWORD = 'steward-demo';
/** The join code of the demo's event. */
export const CODE = 'FEST26';

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever a service answered
  body: any;
}

/** Calls a service as a program would. */
export async function call(
  url: string,
  method: string,
  path: string,
  given: { token?: string; cookie?: string; body?: unknown } = {},
): Promise<Answer & { cookie?: string }> {
  const headers: Record<string, string> = { 'x-requested-with': 'steward', 'idempotency-key': randomUUID() };
  if (given.body !== undefined) headers['content-type'] = 'application/json';
  if (given.token) headers.authorization = `Bearer ${given.token}`;
  if (given.cookie) headers.cookie = given.cookie;
  const response = await fetch(url + path, { method, headers, body: JSON.stringify(given.body) });
  const text = await response.text();
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  return { status: response.status, body: text ? JSON.parse(text) : undefined, cookie };
}

/** A participant without a phone: makes the desk lively. */
export class Guest {
  conversation = '';

  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async come(url: string, name: string): Promise<Guest> {
    const body = { device: randomUUID(), name };
    const made = await call(url, 'POST', '/auth/v1/guests', { body });
    return new Guest(url, made.body.access_token);
  }

  async ask(over: object): Promise<void> {
    const event = await call(this.url, 'GET', `/core/v1/public/events/by-code/${CODE}`);
    const body = { event: event.body.id, category: 'other', text: 'Hello', ...over };
    const asked = await call(this.url, 'POST', '/messenger/v1/help-requests', { token: this.token, body });
    if (asked.status !== 201) throw new Error(`asking was answered with ${asked.status}`);
    this.conversation = asked.body.conversation;
  }

  async say(text: string): Promise<void> {
    const body = { client_id: randomUUID(), body: { kind: 'text', text } };
    const path = `/messenger/v1/conversations/${this.conversation}/messages`;
    await call(this.url, 'POST', path, { token: this.token, body });
  }
}
