import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import { AvailabilityControl } from '../src/desk/availability/AvailabilityControl';
import { QueueList } from '../src/desk/queue/QueueList';
import { OrganizationsPage } from '../src/organizations/OrganizationsPage';
import { TeamPage } from '../src/team/TeamPage';
import { en } from '../src/texts/en';
import { liveDesk, settled, show } from './fakes';
import { at, conversation, EVENT, event, member, request } from './samples';
import { refusal, serve } from './server';

const signIn = (part = {}) => keeper.enter({ kind: 'member', member: member(part) } as never);
const AVAILABILITY = 'GET /messenger/v1/availability';

beforeEach(() => signIn());
afterEach(() => vi.unstubAllGlobals());

describe('the queue', () => {
  const waiting = async () => {
    const desk = await liveDesk();
    desk.client.queues.follow([EVENT]);
    const requests = [
      request({ id: 'low', priority: 'low' }),
      request({ id: 'urgent', priority: 'critical' }),
    ];
    for (const one of requests) {
      const opened_at = at(0);
      desk
        .socket()
        .say({ type: 'request', event: EVENT, request: { ...one, opened_at }, waiting: 2 } as ServerFrame);
    }
    desk.socket().say({ type: 'queue', event: EVENT, waiting: 2 } as ServerFrame);
    show(
      <Routes>
        <Route path="/" element={<QueueList events={[event()]} />} />
        <Route path="/desk/conversations/:id" element={<p>Opened</p>} />
      </Routes>,
      { desk },
    );
    await act(settled);
    await waitFor(() => expect(screen.getAllByRole('button', { name: /^Take Mara/ })).toHaveLength(2));
    return desk;
  };

  it('shows the most urgent first', async () => {
    serve({ [AVAILABILITY]: () => ({ body: { events: [], capacity: 3, active: 0 } }) });
    await waiting();
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items.map((item) => /Critical|Low/.exec(item.textContent ?? '')?.[0])).toEqual([
      'Critical',
      'Low',
    ]);
  });

  it('says that somebody else was faster, and lets the request go', async () => {
    serve({
      [AVAILABILITY]: () => ({ body: { events: [], capacity: 3, active: 0 } }),
      'POST /messenger/v1/help-requests/urgent/take': () => refusal(409, 'already_taken'),
    });
    await waiting();
    await userEvent.click(screen.getAllByRole('button', { name: 'Take Mara, Medical' })[0] as HTMLElement);
    await screen.findByText('Somebody else was faster: Mara is being helped.');
    await waitFor(() => expect(screen.getAllByRole('button', { name: /^Take Mara/ })).toHaveLength(1));
  });

  it('lets somebody be taken while the availability is off, and says that it is by hand now', async () => {
    const off = { events: [], capacity: 0, active: 0 };
    const asked = serve({
      [AVAILABILITY]: () => ({ body: off }),
      'PUT /messenger/v1/availability': (body) => ({ body: { ...off, ...(body as object) } }),
      'POST /messenger/v1/help-requests/urgent/take': () => ({ body: conversation() }),
    });
    await waiting();
    await userEvent.click(screen.getAllByRole('button', { name: 'Take Mara, Medical' })[0] as HTMLElement);
    await screen.findByText('Opened');
    expect(screen.getByText(/now “By hand”/)).toBeTruthy();
    expect(asked.find(({ call }) => call.startsWith('PUT'))?.body).toEqual({ events: [], capacity: 3 });
  });
});

describe('availability', () => {
  it('is turned on for all events with the usual capacity, and says so at once', async () => {
    const asked = serve({
      [AVAILABILITY]: () => ({ body: { events: [], capacity: 0, active: 0 } }),
      'PUT /messenger/v1/availability': (body) => ({ body: { active: 0, ...(body as object) } }),
    });
    show(<AvailabilityControl events={[event()]} />, { desk: await liveDesk() });
    await userEvent.click(await screen.findByRole('button', { name: 'Availability Off' }));
    await userEvent.click(screen.getByRole('radio', { name: /^On/ }));
    await userEvent.click(screen.getByRole('button', { name: 'More at once' }));
    await waitFor(() => expect(asked.at(-1)?.body).toEqual({ events: [EVENT], capacity: 4 }));
    await userEvent.keyboard('{Escape}');
    await screen.findByRole('button', { name: 'Availability On · 0 of 4' });
  });
});

describe('organizations', () => {
  const pending = {
    id: 'o1',
    name: 'City Marathon',
    address: 'Main Square 1',
    website: null,
    status: 'pending',
    created_at: at(0),
    version: 1,
    owner: { name: 'Mia', email: 'mia@example.org' },
  };

  it('are approved, and the approval can be taken back', async () => {
    keeper.enter({
      kind: 'administrator',
      administrator: { id: 'a', name: 'Ada', email: 'a@example.org' },
    } as never);
    let status = 'pending';
    serve({
      'GET /auth/v1/organizations': () => ({ body: { items: [{ ...pending, status }], next: null } }),
      'PATCH /auth/v1/organizations/o1': (body) => {
        status = (body as { status: string }).status;
        return { body: { ...pending, status } };
      },
    });
    show(<OrganizationsPage />);
    await userEvent.click(await screen.findByRole('button', { name: 'Approve: City Marathon' }));
    await screen.findByText('City Marathon is approved.');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Approve: City Marathon' })).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: 'Approve: City Marathon' });
  });

  it('are no page for members', async () => {
    show(<OrganizationsPage />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('There is no such page');
  });
});

describe('the team', () => {
  it('shows staff who is there, and nothing to change', async () => {
    serve({
      'GET /auth/v1/members': () => ({ body: { items: [member(), member({ id: 'x', name: 'Zoe' })] } }),
    });
    show(<TeamPage />);
    await screen.findByText('Zoe');
    expect(screen.queryByRole('button', { name: 'Add a member' })).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('asks before somebody is removed, and says what that does', async () => {
    signIn({ role: 'owner' });
    const asked = serve({
      'GET /auth/v1/members': () => ({
        body: { items: [member({ role: 'owner' }), member({ id: 'x', name: 'Zoe' })] },
      }),
      'DELETE /auth/v1/members/x': () => ({ status: 204 }),
    });
    show(<TeamPage />);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Zoe' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Remove Zoe from the team?' }));
    expect(dialog.getByText(/go back to the queue/)).toBeTruthy();
    expect(asked.some(({ call }) => call.startsWith('DELETE'))).toBe(false);
    await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    await screen.findByText('Zoe was removed.');
  });
});

describe('texts', () => {
  it('have both forms of every number', () => {
    const keys = Object.values(en).flatMap((texts) => flat(texts));
    const ones = keys.filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4));
    const others = keys.filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6));
    expect(ones.sort()).toEqual(others.sort());
  });
});

function flat(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : flat(value, `${prefix}${key}.`),
  );
}
