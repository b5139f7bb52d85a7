/** The services as one phone meets them: they keep what they were told once, whatever the network does meanwhile. */
import type { Conversation, HelpRequest, Message, ServerFrame } from '@steward/client-kit/live';

export const EVENT = {
  id: 'event-1',
  organization: 'organization-1',
  organization_name: 'Harbour Arts',
  name: 'Harbour Lights',
  description: 'Lights at night.',
  code: 'FEST26',
  status: 'published',
  address: 'Pier 1',
  latitude: null,
  longitude: null,
  starts_at: '2026-05-01T10:00:00Z',
  ends_at: '2099-05-01T10:00:00Z',
  emergency_number: '112',
  zones: [
    { id: 'zone-1', name: 'Gate A' },
    { id: 'zone-2', name: 'Block 12' },
  ],
  contacts: [],
};
export const STAFF = { id: 'staff-1', name: 'Sam' };
const T0 = '2026-05-01T20:00:00Z';

export interface Call {
  method: string;
  path: string;
  body?: Record<string, unknown>;
  token?: string;
  key?: string;
}

export interface Answer {
  status: number;
  body?: unknown;
}

export const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...more },
});

export class Venue {
  /** Every call that arrived, in order. */
  readonly calls: Call[] = [];
  readonly requests = new Map<string, { key: string; body: string; request: HelpRequest }>();
  readonly states = new Map<string, Conversation>();
  readonly messages = new Map<string, Message[]>();
  /** Which message each one was said to follow, by client ids. */
  readonly previous = new Map<string, string | undefined>();
  /** What phones told about themselves on their sockets. */
  readonly told: Record<string, unknown>[] = [];
  readonly live = new Set<(frame: ServerFrame) => void>();
  people = 0;
  /** Another one means that the store went back in time. */
  epoch = 'one';
  /** Answers a call in another way than usual; nothing for calls that it does not mean. */
  instead: (call: Call) => Answer | undefined = () => undefined;
  /** The refresh token that is good now, and the access tokens that are not. */
  private refreshes = 0;
  readonly revoked = new Set<string>();
  sessionsEnded = false;

  answer(call: Call): Answer {
    this.calls.push(call);
    return (
      this.instead(call) ??
      this.auth(call) ??
      this.core(call) ??
      this.messenger(call) ??
      problem(404, 'not_found')
    );
  }

  countOf(method: string, path: string): number {
    return this.calls.filter((call) => call.method === method && call.path === path).length;
  }

  private auth({ method, path, body }: Call): Answer | undefined {
    if (method === 'POST' && path === '/auth/v1/guests') {
      this.people += 1;
      this.sessionsEnded = false;
      const participant = { id: `person-${this.people}`, guest: true, name: null, created_at: T0 };
      return { status: 201, body: { participant, ...this.tokens() } };
    }
    if (method === 'POST' && path === '/auth/v1/tokens') {
      const good = !this.sessionsEnded && body?.refresh_token === `refresh-${this.refreshes}`;
      return good ? { status: 200, body: this.tokens() } : problem(401, 'refresh_token_invalid');
    }
    if (method === 'PATCH' && path === '/auth/v1/me') return { status: 200, body: {} };
    return undefined;
  }

  private tokens() {
    this.refreshes += 1;
    return {
      access_token: `access-${this.refreshes}`,
      refresh_token: `refresh-${this.refreshes}`,
      expires_in: 600,
    };
  }

  private core({ path }: Call): Answer | undefined {
    if (path === '/core/v1/public/events/by-code/FEST26' || path === `/core/v1/public/events/${EVENT.id}`) {
      return { status: 200, body: EVENT };
    }
    return path === '/core/v1/public/events'
      ? { status: 200, body: { items: [EVENT], next: null } }
      : undefined;
  }

  private messenger(call: Call): Answer | undefined {
    const { method, path } = call;
    if (!path.startsWith('/messenger/')) return undefined;
    if (!call.token || this.revoked.has(call.token)) return problem(401, 'unauthenticated');
    const [, , , noun, id, more] = path.split('/');
    if (noun === 'participations' && id) return { status: 200, body: this.come(id) };
    if (noun === 'updates') return { status: 200, body: { frames: this.replay(call.body?.positions) } };
    if (noun === 'help-requests' && method === 'POST') return this.open(call);
    if (noun === 'help-requests' && !id) {
      return {
        status: 200,
        body: { items: [...this.requests.values()].map(({ request }) => request), next: null },
      };
    }
    if (noun === 'help-requests') return this.request(method, id ?? '');
    if (noun === 'conversations' && more === 'messages' && method === 'POST') {
      const { seq, duplicate } = this.store(id ?? '', call.body as never);
      return {
        status: duplicate ? 200 : 201,
        body: { client_id: call.body?.client_id, conversation: id, seq, at: T0, duplicate },
      };
    }
    if (noun === 'conversations' && more === 'messages') {
      return { status: 200, body: { items: this.messages.get(id ?? '') ?? [], next: null } };
    }
    const state = this.states.get(id ?? '');
    return state ? { status: 200, body: state } : undefined;
  }

  /** Somebody is at an event: its announcements come to them. */
  private come(event: string) {
    const conversation = `announcements-${event}`;
    if (!this.states.has(conversation)) {
      this.states.set(conversation, {
        ...{ id: conversation, kind: 'announcements', event, status: 'open', version: 1, first_seq: 1 },
        ...{ last_seq: 0, participants: [], members: [], received: {}, seen: {}, request: null },
        ...{ opened_at: T0, closed_at: null },
      } as unknown as Conversation);
    }
    const state = this.states.get(conversation);
    if (state) this.tell({ type: 'conversation', conversation, state });
    return { event, conversation, joined_at: T0 };
  }

  private open({ key = '', body = {} }: Call): Answer {
    const text = JSON.stringify(body);
    const known = this.requests.get(key);
    if (known && known.body !== text) return problem(409, 'conflict');
    const opened = known ?? this.opened(key, text, body);
    const { id, conversation, status, place, estimated_seconds } = opened.request;
    return { status: known ? 200 : 201, body: { id, conversation, status, place, estimated_seconds } };
  }

  /** Makes a request with its conversation, as the service does in one step. */
  opened(key: string, bodyText: string, body: Record<string, unknown>) {
    const number = this.requests.size + 1;
    const [id, conversation] = [`request-${number}`, `conversation-${number}`];
    const me = { id: `person-${Math.max(1, this.people)}`, name: null };
    const request = {
      ...{ triage: {}, zone: null, location: null, ...body },
      ...{ id, conversation, status: 'waiting', priority: 'normal', participant: me, member: null },
      ...{
        opened_at: T0,
        taken_at: null,
        closed_at: null,
        outcome: null,
        place: number,
        estimated_seconds: 120,
      },
      unverified: false,
    } as unknown as HelpRequest;
    this.states.set(conversation, {
      ...{
        id: conversation,
        kind: 'help',
        event: EVENT.id,
        status: 'open',
        version: 1,
        first_seq: 1,
        last_seq: 0,
      },
      ...{ participants: [me], members: [], received: {}, seen: {}, request, opened_at: T0, closed_at: null },
    } as unknown as Conversation);
    this.store(
      conversation,
      { client_id: `first-${id}`, body: { kind: 'text', text: String(body.text) } },
      me.id,
    );
    const made = { key, body: bodyText, request };
    this.requests.set(key, made);
    const state = this.states.get(conversation);
    if (state) this.tell({ type: 'conversation', conversation, state });
    for (const message of this.messages.get(conversation) ?? []) this.tell({ type: 'message', ...message });
    return made;
  }

  private request(method: string, id: string): Answer | undefined {
    const known = [...this.requests.values()].find(({ request }) => request.id === id);
    if (!known) return undefined;
    if (method !== 'DELETE') return { status: 200, body: known.request };
    if (known.request.status !== 'waiting') return problem(409, 'already_taken');
    this.change(known.request, { status: 'cancelled' }, 'closed');
    return { status: 204 };
  }

  /** Idempotent by client id, and never without the message that it follows. */
  store(
    conversation: string,
    sent: Pick<Message, 'client_id' | 'body' | 'reply_to' | 'location'> & { previous?: string },
    sender = `person-${Math.max(1, this.people)}`,
  ): { seq: number; duplicate: boolean; order?: boolean } {
    const log = this.messages.get(conversation) ?? [];
    this.messages.set(conversation, log);
    const known = log.find(({ client_id }) => client_id === sent.client_id);
    if (known) return { seq: known.seq, duplicate: true };
    if (sent.previous && !log.some(({ client_id }) => client_id === sent.previous)) {
      return { seq: 0, duplicate: false, order: true };
    }
    this.previous.set(sent.client_id, sent.previous);
    const seq = log.length + 1;
    const kinds: Record<string, Message['sender']['kind']> = { [STAFF.id]: 'member', system: 'system' };
    const kind = kinds[sender] ?? 'participant';
    const message = {
      conversation,
      seq,
      client_id: sent.client_id,
      sender: { id: sender, kind },
      at: T0,
      body: sent.body,
      reply_to: sent.reply_to,
      location: sent.location,
    };
    log.push(message as Message);
    const state = this.states.get(conversation);
    if (state) this.states.set(conversation, { ...state, last_seq: seq });
    return { seq, duplicate: false };
  }

  /** Staff writes, or Steward itself. */
  say(conversation: string, said: string | Message['body'], sender: string = STAFF.id): void {
    const body = typeof said === 'string' ? { kind: 'text' as const, text: said } : said;
    const { seq } = this.store(conversation, { client_id: `${sender}-${body.text}`, body }, sender);
    const message = this.messages.get(conversation)?.[seq - 1];
    if (message) this.tell({ type: 'message', ...message });
  }

  /** The request of a conversation changes, and everybody hears of it. */
  change(request: HelpRequest, to: Partial<HelpRequest>, status: Conversation['status'] = 'open'): void {
    Object.assign(request, to);
    const state = this.states.get(request.conversation);
    if (!state) return;
    const members = to.status === 'taken' ? [STAFF] : state.members;
    const next = {
      ...state,
      status,
      members,
      request: { ...request },
      version: state.version + 1,
    } as Conversation;
    this.states.set(request.conversation, next);
    this.tell({ type: 'conversation', conversation: next.id, state: next });
  }

  tell(frame: ServerFrame): void {
    for (const hear of this.live) hear(frame);
  }

  /** What follows a hello. */
  replay(positions: unknown): ServerFrame[] {
    const known = new Map(
      (positions as { conversation: string; seq: number }[]).map((one) => [one.conversation, one.seq]),
    );
    const open = [...this.states.values()].filter(({ status }) => status === 'open');
    const states = open.map((state) => ({ type: 'conversation' as const, conversation: state.id, state }));
    const missed = [...known].flatMap(([id, seq]) =>
      (this.messages.get(id) ?? []).filter((message) => message.seq > seq),
    );
    return [...states, ...missed.map((message) => ({ type: 'message' as const, ...message }))];
  }

  /** The words of a conversation, in the order everybody sees them. */
  words(conversation: string): string[] {
    return (this.messages.get(conversation) ?? []).map(({ body }) => body.text ?? body.kind);
  }
}
