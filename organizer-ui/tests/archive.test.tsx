import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import { ArchivePage } from '../src/archive/ArchivePage';
import { filterOf } from '../src/archive/useSearch';
import { useConversation } from '../src/desk/client/hooks';
import { ConversationScreen } from '../src/desk/conversations/ConversationScreen';
import { liveDeskWith, settled, show } from './fakes';
import { conversation, event, member, request, THEM } from './samples';
import { serve } from './server';

const found = {
  conversation: conversation({
    status: 'closed',
    tags: ['gate a'],
    request: request({ status: 'closed', outcome: 'referred' }),
  }),
  excerpt: {
    seq: 2,
    note: true,
    parts: [
      { text: 'My ', marked: false },
      { text: 'knee', marked: true },
    ],
  },
};

beforeEach(() => {
  localStorage.clear();
  keeper.enter({ kind: 'member', member: member({ role: 'manager' }) } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Wide enough for the details beside the conversation. */
function wide(): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width'),
    media: query,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

describe('the archive', () => {
  it('finds by words, marks them, says how it ended, and is taken away', async () => {
    const asked = serve({
      'GET /messenger/v1/archive': () => ({ body: { items: [found], next: null } }),
      'GET /messenger/v1/archive/export': () => ({ body: { items: [] } }),
      'GET /core/v1/events': () => ({ body: { items: [event()], next: null } }),
      'GET /auth/v1/members': () => ({ body: { items: [member()], next: null } }),
    });
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    show(<ArchivePage />, { path: '/archive?text=knee' });
    const link = await screen.findByRole('link', { name: /Mara/ });
    expect(link.getAttribute('href')).toBe('/desk/conversations/conversation-1');
    expect(screen.getByText('knee').tagName).toBe('MARK');
    expect(screen.getByText(/Note/)).toBeTruthy();
    expect(screen.getByText('Referred')).toBeTruthy();
    expect(screen.getByText('gate a')).toBeTruthy();
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'knee');
    await userEvent.click(screen.getByRole('button', { name: 'Table (CSV)' }));
    await waitFor(() => expect(saved).toHaveBeenCalled());
    expect(asked.map(({ call }) => call)).toContain('GET /messenger/v1/archive/export');
  });

  it('is narrowed to one person, whose name it says, until that is removed', async () => {
    const people: (string | null)[] = [];
    serve({
      'GET /messenger/v1/archive': (_, url) => {
        people.push(url.searchParams.get('participant'));
        return { body: { items: [found], next: null } };
      },
      'GET /core/v1/events': () => ({ body: { items: [], next: null } }),
      'GET /auth/v1/members': () => ({ body: { items: [], next: null } }),
    });
    show(<ArchivePage />, { path: `/archive?participant=${THEM}` });
    const only = await screen.findByRole('button', { name: /All conversations of Mara/ });
    await userEvent.click(only);
    await waitFor(() => expect(people).toEqual([THEM, null]));
    expect(screen.queryByRole('button', { name: /All conversations of/ })).toBeNull();
  });

  it('takes days as whole ones', () => {
    const days = {
      text: '',
      participant: '',
      event: '',
      member: '',
      tag: ' knee ',
      outcome: '',
      from: '2026-07-04',
      to: '2026-07-04',
    };
    const { from, to, tag, text } = filterOf(days);
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 60 * 60 * 1000);
    expect([tag, text]).toEqual(['knee', undefined]);
    expect(filterOf({ ...days, from: 'nonsense' }).from).toBeUndefined();
  });
});

function Desk() {
  const view = useConversation('conversation-1');
  return view.state ? <ConversationScreen id="conversation-1" state={view.state} /> : null;
}

describe('beside a conversation', () => {
  it('tags are set from the keyboard, and what came before can be read', async () => {
    wide();
    const asked = serve({
      'GET /messenger/v1/tags': () => ({ body: { tags: ['lost child'] } }),
      'PUT /messenger/v1/conversations/conversation-1/tags': (body) => ({ body }),
      'GET /messenger/v1/conversations/conversation-1/earlier': () => ({
        body: { items: [conversation({ id: 'before-1', status: 'closed' })] },
      }),
    });
    const help = conversation();
    const notes = conversation({
      id: 'notes-1',
      kind: 'notes',
      about: help.id,
      tags: ['vip'],
      request: null,
    });
    const frame = (state: typeof help) =>
      ({ type: 'conversation', conversation: state.id, state }) as ServerFrame;
    const desk = await liveDeskWith({ conversation: async () => help }, frame(help), frame(notes));
    show(<Desk />, { desk, path: '/desk/conversations/conversation-1' });
    await act(settled);
    expect(await screen.findByText('vip')).toBeTruthy();
    await userEvent.keyboard('#');
    const field = screen.getByRole('combobox', { name: 'Tags of this conversation' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await userEvent.keyboard('Gate A{Enter}');
    await waitFor(() => {
      const put = asked.find(({ call }) => call.startsWith('PUT'));
      expect(put?.body).toEqual({ tags: ['vip', 'Gate A'] });
    });
    const before = await screen.findByRole('link', { name: /2026/ });
    expect(before.getAttribute('href')).toBe('/desk/conversations/before-1');
    const all = screen.getByRole('link', { name: /All of this person/ });
    expect(all.getAttribute('href')).toBe(`/archive?participant=${THEM}`);
    expect(screen.getByRole('button', { name: 'For the person' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'With notes' })).toBeTruthy();
  });
});
