import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import type { AuditEntry } from '../src/api/types';
import { AuditPage } from '../src/audit/AuditPage';
import { deedOf } from '../src/audit/deeds';
import { show } from './fakes';
import { at, EVENT, event, ME, member, THEM } from './samples';
import { refusal, serve } from './server';

const KIM = { id: 'cccccccc-0000-7000-8000-0000000000c3', name: 'Kim' };

function entry(part: Partial<AuditEntry>): AuditEntry {
  return {
    id: 'entry-1',
    actor: { id: ME, name: 'Sam' },
    action: 'conversation_read',
    entity: 'conversation-1',
    participant: { id: THEM, name: 'Mara' },
    event: EVENT,
    event_name: 'Harbour Lights',
    incident: null,
    member: null,
    before: null,
    after: null,
    at: at(0),
    ...part,
  };
}

function served(audit: (query: URLSearchParams) => { status?: number; body?: unknown }): URLSearchParams[] {
  const queries: URLSearchParams[] = [];
  serve({
    'GET /messenger/v1/audit': (_, url) => {
      queries.push(url.searchParams);
      return audit(url.searchParams);
    },
    'GET /core/v1/events': () => ({ body: { items: [event()], next: null } }),
    'GET /auth/v1/members': () => ({ body: { items: [member()], next: null } }),
  });
  return queries;
}

beforeEach(() => keeper.enter({ kind: 'member', member: member({ role: 'manager' }) } as never));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the audit log', () => {
  it('says who did what with whom and what changed, and leads to the conversation', async () => {
    const items = [
      entry({
        action: 'request_judged',
        before: { priority: 'normal', category: 'other' },
        after: { priority: 'critical', category: 'other' },
      }),
      entry({ id: 'entry-2', action: 'archive_searched', entity: 'organization', participant: null }),
    ];
    served(() => ({ body: { items, next: null } }));
    show(<AuditPage />, { path: '/audit' });
    const [judged, searched] = within(await screen.findByRole('list', { name: 'Entries' })).getAllByRole(
      'listitem',
    );
    expect(judged?.textContent).toContain('Judged the request of Mara anew');
    expect(judged?.textContent).toContain('Normal → Critical · Harbour Lights');
    const link = within(judged as HTMLElement).getByRole('link');
    expect(link.getAttribute('href')).toBe('/desk/conversations/conversation-1');
    expect(searched?.textContent).toContain('Searched the archive');
    expect(within(searched as HTMLElement).queryByRole('link')).toBeNull();
  });

  it('is narrowed by kind and to one conversation, and reads on', async () => {
    const queries = served((query) =>
      query.get('after')
        ? { body: { items: [entry({ id: 'entry-2', action: 'conversation_closed' })], next: null } }
        : { body: { items: [entry({})], next: 'entry-1' } },
    );
    show(<AuditPage />, { path: '/audit?conversation=conversation-1' });
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Closed the conversation with Mara')).toBeTruthy();
    expect(queries.map((query) => [query.get('entity'), query.get('after')])).toEqual([
      ['conversation-1', null],
      ['conversation-1', 'entry-1'],
    ]);
    await userEvent.click(screen.getByRole('button', { name: /The conversation with Mara/ }));
    await userEvent.click(screen.getByRole('combobox', { name: 'What' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Handed over' }));
    await waitFor(() => {
      const last = queries.at(-1);
      expect([last?.get('entity'), last?.get('action')]).toEqual([null, 'conversation_transferred']);
    });
  });

  it('is narrowed to days, whole ones of this place', async () => {
    const queries = served(() => ({ body: { items: [], next: null } }));
    show(<AuditPage />, { path: '/audit?from=2026-07-03&to=2026-07-03' });
    expect(await screen.findByText('Nothing was found')).toBeTruthy();
    const [from, to] = ['from', 'to'].map((name) => new Date(queries.at(-1)?.get(name) ?? ''));
    expect([from, to]).toEqual([new Date('2026-07-03T00:00:00'), new Date('2026-07-04T00:00:00')]);
  });

  it('says when there is nothing, and offers to try again when it fails', async () => {
    let away = true;
    served(() => (away ? refusal(503, 'unavailable') : { body: { items: [], next: null } }));
    show(<AuditPage />, { path: '/audit' });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    away = false;
    await userEvent.click(retry);
    expect(await screen.findByText('Nothing was noted yet')).toBeTruthy();
  });

  it('tells joining from inviting, leaving from being taken out, and knows what it does not know', () => {
    const sam = { id: ME, name: 'Sam' };
    const deed = (action: string, about: typeof sam | null) => deedOf({ action, actor: sam, member: about });
    expect([deed('member_invited', KIM), deed('member_invited', sam)]).toEqual([
      'member_invited',
      'member_joined',
    ]);
    expect([deed('member_removed', KIM), deed('member_removed', sam)]).toEqual([
      'member_removed',
      'member_left',
    ]);
    expect(deed('conversation_transferred', null)).toBe('transferred_to_queue');
    expect(deed('planet_moved', null)).toBe('something_else');
  });
});
