import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import type { Incident } from '../src/api/types';
import { useConversation } from '../src/desk/client/hooks';
import { ConversationScreen } from '../src/desk/conversations/ConversationScreen';
import { IncidentPage } from '../src/incidents/IncidentPage';
import { eventOf, filterOf, isOpen, reachOf, rewritten, STATUSES, titleFrom } from '../src/incidents/rules';
import { liveDesk, settled, show } from './fakes';
import { conversation, EVENT, event, ME, member, message, request, T0 } from './samples';
import { refusal, serve } from './server';

const ROSA = 'cccccccc-0000-7000-8000-0000000000c3';
const INCIDENT = 'dddddddd-0000-7000-8000-000000000001';

function incident(part: Partial<Incident> = {}): Incident {
  return {
    id: INCIDENT,
    organization: 'organization-1',
    event: EVENT,
    title: 'The lights are out',
    description: '',
    place: 'Gate A',
    status: 'to_do',
    priority: 'normal',
    severity: 'minor',
    owner: null,
    conversations: ['conversation-1', 'conversation-2', 'conversation-3'],
    version: 1,
    created_by: ROSA,
    created_at: T0,
    updated_at: T0,
    closed_at: null,
    ...part,
  };
}

const page = <T,>(...items: T[]) => ({ body: { items, next: null } });
const CONTEXT = { id: EVENT, name: 'Harbour Lights', zones: [{ id: 'z', name: 'Gate A' }], contacts: [] };
const AROUND = {
  [`GET /core/v1/events/${EVENT}`]: () => ({ body: event() }),
  [`GET /messenger/v1/events/${EVENT}`]: () => ({ body: { ...CONTEXT, staff_on_duty: 1 } }),
  'GET /auth/v1/members': () => page(member(), member({ id: ROSA, name: 'Rosa Keller' })),
};

beforeEach(() => keeper.enter({ kind: 'member', member: member({ role: 'staff' }) } as never));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the rules', () => {
  it('say which words are new', () => {
    const before = { title: 'Dark', place: 'Gate A', description: '' };
    expect(rewritten(before, { ...before, place: '' })).toEqual({ place: '' });
    expect(rewritten(before, before)).toEqual({});
  });

  it('make a title of the kind of help and the first line, and never one too long', () => {
    expect(titleFrom('Medical', ' My friend fell.\nShe bleeds. ')).toBe('Medical: My friend fell.');
    expect(titleFrom('Other', '  ')).toBe('Other');
    const long = titleFrom('Security', 'word '.repeat(60));
    expect([...long].length).toBeLessThanOrEqual(120);
    expect(long).toMatch(/word…$/);
    expect([...titleFrom('Other', 'ü'.repeat(200))].length).toBe(120);
  });

  it('know what is open, whom an answer reaches, and whether all is at one event', () => {
    expect(STATUSES.filter((status) => isOpen({ status }))).toEqual(['to_do', 'in_progress']);
    const statuses = ['waiting', 'taken', 'closed', 'cancelled', 'expired'] as const;
    expect(reachOf(statuses.map((status) => request({ status })))).toEqual({ open: 2, closed: 3 });
    expect(eventOf([request(), request()])).toBe(EVENT);
    expect(eventOf([request(), request({ event: 'other' })])).toBeUndefined();
  });

  it('list the open ones until a status, or any, is asked for', () => {
    const asked = (status: string) => filterOf({ text: '', event: '', status });
    expect(asked('')).toMatchObject({ open: true, status: undefined });
    expect(asked('resolved')).toMatchObject({ open: undefined, status: 'resolved' });
    expect(asked('any')).toMatchObject({ open: undefined, status: undefined });
  });
});

/** The open conversation as the desk shows it. */
function Screen() {
  const view = useConversation('conversation-1');
  return view.state ? <ConversationScreen id="conversation-1" state={view.state} /> : null;
}

async function openConversation(...more: ServerFrame[]) {
  const state = conversation();
  if (state.request) state.request = { ...state.request, zone: 'z', text: 'It is dark' };
  const frame = { type: 'conversation', conversation: 'conversation-1', state } as ServerFrame;
  const desk = await liveDesk(frame, ...more);
  show(<Screen />, { desk, path: '/desk/conversations/conversation-1' });
  await act(settled);
}

describe('at the desk', () => {
  it('makes one with O and Enter, and the same one again when the answer was lost', async () => {
    const keys: unknown[] = [];
    let lost = true;
    const asked = serve({
      ...AROUND,
      'GET /core/v1/incidents': () => page(),
      'POST /core/v1/incidents': () => {
        if (lost) return refusal(503, 'unavailable');
        return { status: 201, body: incident({ title: 'Medical: It is dark' }) };
      },
    });
    const fetching = globalThis.fetch as unknown as (input: Request) => Promise<Response>;
    vi.stubGlobal('fetch', (input: Request) => {
      if (input.method === 'POST') keys.push(input.headers.get('idempotency-key'));
      return fetching(input);
    });
    await openConversation();
    await userEvent.keyboard('o');
    const dialog = await screen.findByRole('dialog', { name: 'New incident' });
    await waitFor(() =>
      expect(within(dialog).getByLabelText<HTMLInputElement>(/Place/).value).toBe('Gate A'),
    );
    await userEvent.keyboard('{Enter}');
    expect(await within(dialog).findByRole('alert')).toBeTruthy();
    lost = false;
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make the incident' }));
    expect(await screen.findByText('Made and linked: Medical: It is dark')).toBeTruthy();
    const made = asked.filter(({ call }) => call === 'POST /core/v1/incidents');
    expect(made[1]?.body).toEqual({
      event: EVENT,
      title: 'Medical: It is dark',
      place: 'Gate A',
      priority: 'normal',
      severity: 'minor',
      conversations: ['conversation-1'],
    });
    const [first, second] = keys.filter(Boolean);
    expect(second).toBe(first);
  });

  it('shows what a conversation is linked to, and takes unlinking back', async () => {
    let linked = true;
    const link = `/core/v1/incidents/${INCIDENT}/conversations/conversation-1`;
    const change = (to: boolean) => () => {
      linked = to;
      return { body: incident() };
    };
    serve({
      ...AROUND,
      'GET /core/v1/incidents': () => (linked ? page(incident()) : page()),
      [`DELETE ${link}`]: change(false),
      [`PUT ${link}`]: change(true),
    });
    await openConversation();
    await userEvent.keyboard('d');
    const section = await screen.findByRole('region', { name: 'Incidents' });
    const shown = await within(section).findByRole('link', { name: 'The lights are out' });
    expect(shown.getAttribute('href')).toBe(`/incidents/${INCIDENT}`);
    expect(section.textContent).toContain('To do3 conversations');
    await userEvent.click(within(section).getByRole('button', { name: 'Unlink: The lights are out' }));
    await waitFor(() => expect(within(section).queryByRole('link')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Undo', hidden: true }));
    expect(await within(section).findByRole('link', { name: 'The lights are out' })).toBeTruthy();
  });

  it('links with L to the one that is found, by Enter', async () => {
    const asked = serve({
      ...AROUND,
      'GET /core/v1/incidents': (_, url) =>
        url.searchParams.has('conversation') ? page() : page(incident()),
      [`PUT /core/v1/incidents/${INCIDENT}/conversations/conversation-1`]: () => ({ body: incident() }),
    });
    await openConversation();
    await userEvent.keyboard('l');
    const dialog = await screen.findByRole('dialog', { name: 'Link to an incident' });
    await within(dialog).findByRole('radio', { name: /The lights are out/, checked: true });
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Linked: The lights are out')).toBeTruthy();
    expect(asked.filter(({ call }) => call.startsWith('PUT'))).toHaveLength(1);
  });

  it('says who wrote what a colleague said who takes no part, so that it is not taken for the person', async () => {
    serve({ ...AROUND, 'GET /core/v1/incidents': () => page() });
    const said = message(1, 'Light comes at nine', { sender: { id: ROSA, kind: 'member' } });
    const frame = { type: 'message', ...said } as unknown as ServerFrame;
    await openConversation(frame);
    const log = screen.getByRole('log');
    await waitFor(() => expect(log.textContent).toContain('Rosa Keller'));
  });
});

const REQUESTS = [
  request({ id: 'r1', status: 'taken', member: { id: ME, name: 'Sam' }, text: 'Dark' }),
  request({ id: 'r2', conversation: 'conversation-2', text: 'No light' }),
  request({ id: 'r3', conversation: 'conversation-3', status: 'closed', text: 'Gone' }),
];
const ANSWERS = `POST /messenger/v1/incidents/${INCIDENT}/answers`;

function open(routes: Parameters<typeof serve>[0]) {
  const asked = serve({
    ...AROUND,
    [`GET /core/v1/incidents/${INCIDENT}`]: () => ({ body: incident() }),
    [`GET /core/v1/incidents/${INCIDENT}/comments`]: () => page(),
    [`GET /messenger/v1/incidents/${INCIDENT}/conversations`]: () => page(...REQUESTS),
    ...routes,
  });
  show(
    <Routes>
      <Route path="/incidents/:incident" element={<IncidentPage />} />
    </Routes>,
    { path: `/incidents/${INCIDENT}` },
  );
  return asked;
}

describe('the page of an incident', () => {
  it('keeps the answer to all until it was said, under one id, and names who has gone', async () => {
    let away = true;
    const asked = open({
      [ANSWERS]: () =>
        away
          ? refusal(503, 'unavailable')
          : { body: { reached: ['conversation-1', 'conversation-2'], closed: ['conversation-3'] } },
    });
    const answer = await screen.findByRole('button', { name: 'Answer all' });
    await waitFor(() => expect(answer.hasAttribute('disabled')).toBe(false));
    await userEvent.click(answer);
    const dialog = await screen.findByRole('dialog', { name: 'One answer to 2 people' });
    expect(dialog.textContent).toContain('1 conversation has ended');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Answer' }), 'At nine');
    const send = within(dialog).getByRole('button', { name: 'Send to 2 people' });
    await userEvent.click(send);
    expect((await within(dialog).findByRole('alert')).textContent).toContain('nobody reads it twice');
    expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Answer' }).value).toBe(
      'At nine',
    );
    away = false;
    await userEvent.click(send);
    expect(await screen.findByText(/^Answered 2 people\. 1 conversation has ended/)).toBeTruthy();
    const [first, second] = asked.filter(({ call }) => call === ANSWERS).map(({ body }) => body);
    expect(second).toEqual(first);
  });

  it('lets only the author change a comment', async () => {
    const comment = (id: string, author: string) => ({
      ...{ id, author, text: `By ${id}`, created_at: T0, edited_at: null },
    });
    open({
      [`GET /core/v1/incidents/${INCIDENT}/comments`]: () => page(comment('c1', ME), comment('c2', ROSA)),
    });
    const list = await screen.findByRole('list', { name: 'Comments' });
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
    const [own, other] = within(list).getAllByRole('listitem');
    expect(within(own as HTMLElement).getByRole('button', { name: 'Delete this comment' })).toBeTruthy();
    expect(within(other as HTMLElement).queryByRole('button')).toBeNull();
    expect(other?.textContent).toContain('Rosa Keller');
  });
});

describe('an incident that colleagues change, too', () => {
  it('shows what a colleague made of it when both changed it, and then keeps the change', async () => {
    let current = incident();
    const PATCH = `PATCH /core/v1/incidents/${INCIDENT}`;
    const asked = open({
      [`GET /core/v1/incidents/${INCIDENT}`]: () => ({ body: current }),
      [PATCH]: (body) => {
        const { version, ...change } = body as Incident;
        if (version !== 2) {
          current = incident({ version: 2, status: 'in_progress' });
          return refusal(409, 'version_conflict', { current });
        }
        current = { ...current, ...change, version: 3 };
        return { body: current };
      },
    });
    await screen.findByRole('heading', { level: 1, name: 'The lights are out' });
    const choose = async (field: string, option: string) => {
      await userEvent.click(screen.getByRole('combobox', { name: field }));
      await userEvent.click(await screen.findByRole('option', { name: option }));
    };
    await choose('Severity', 'Major');
    expect(await screen.findByText(/A colleague has just changed this incident/)).toBeTruthy();
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Status' }).textContent).toBe('In progress'),
    );
    await choose('Severity', 'Major');
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Severity' }).textContent).toBe('Major'));
    expect(asked.filter(({ call }) => call === PATCH).map(({ body }) => body)).toEqual([
      { version: 1, severity: 'major' },
      { version: 2, severity: 'major' },
    ]);
  });

  it('never takes back the words of a colleague who was faster', async () => {
    let current = incident();
    const PATCH = `PATCH /core/v1/incidents/${INCIDENT}`;
    const asked = open({
      [`GET /core/v1/incidents/${INCIDENT}`]: () => ({ body: current }),
      [PATCH]: (body) => {
        const { version, ...change } = body as Incident;
        if (version !== current.version) return refusal(409, 'version_conflict', { current });
        current = { ...current, ...change, version: version + 1 };
        return { body: current };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    const place = await screen.findByLabelText('Place');
    await userEvent.clear(place);
    await userEvent.type(place, 'Gate B');
    // However the page hears of it before: what is saved is what was read when it began.
    current = incident({ version: 2, title: 'All lights are out' });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/A colleague has just changed this incident/)).toBeTruthy();
    await waitFor(() =>
      expect((screen.getByLabelText('What happened') as HTMLInputElement).value).toBe('All lights are out'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Gate B');
    expect(asked.filter(({ call }) => call === PATCH).map(({ body }) => body)).toEqual([
      { version: 1, place: 'Gate B' },
      { version: 2, place: 'Gate B' },
    ]);
  });

  it('shows nobody who was unlinked, whatever is still said of them elsewhere', async () => {
    open({
      [`GET /core/v1/incidents/${INCIDENT}`]: () => ({
        body: incident({ conversations: ['conversation-1'] }),
      }),
    });
    const list = await screen.findByRole('list', { name: 'Who told us' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  });
});
