import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AnnouncementsPage } from '../src/announcements/AnnouncementsPage';
import { keeper } from '../src/api/clients';
import { show } from './fakes';
import { EVENT, event, member } from './samples';
import { refusal, serve } from './server';

const POST = 'POST /messenger/v1/announcements';
const READS = {
  [`GET /core/v1/events/${EVENT}`]: () => ({ body: event() }),
  [`GET /messenger/v1/events/${EVENT}`]: () => ({ body: { id: EVENT, participants: 1_200 } }),
  'GET /messenger/v1/announcements': () => ({ body: { items: [], next: null } }),
};

const open = () =>
  show(
    <Routes>
      <Route path="/events/:event/announcements" element={<AnnouncementsPage />} />
    </Routes>,
    { path: `/events/${EVENT}/announcements` },
  );

beforeEach(() => keeper.enter({ kind: 'member', member: member({ role: 'manager' }) } as never));
afterEach(() => vi.unstubAllGlobals());

it('asks once, says how many are reached, and tries again under the same id', async () => {
  let refused = true;
  const asked = serve({
    ...READS,
    [POST]: () => {
      const answer = refused ? refusal(503, 'unavailable') : { status: 201, body: {} };
      refused = false;
      return answer;
    },
  });
  open();
  await screen.findByText('Reaches 1,200 people now.');
  await userEvent.type(screen.getByLabelText('Announcement'), 'The gates open');
  for (const attempt of [1, 2]) {
    await userEvent.click(screen.getByRole('button', { name: 'Announce…' }));
    await screen.findByText('Announce this to 1,200 people?');
    await userEvent.click(screen.getByRole('button', { name: 'Announce it' }));
    await waitFor(() => expect(asked.filter(({ call }) => call === POST)).toHaveLength(attempt));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const text = attempt === 1 ? 'The gates open' : '';
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Announcement').value).toBe(text));
  }
  const bodies = asked.filter(({ call }) => call === POST).map(({ body }) => body as { client_id: string });
  expect(bodies[0]).toEqual({
    event: EVENT,
    client_id: bodies[1]?.client_id,
    body: { kind: 'text', text: 'The gates open' },
  });
});

it('announces nothing without words', async () => {
  const asked = serve({ ...READS });
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Announce…' }));
  await screen.findByText('Write what is to be announced.');
  expect(asked.some(({ call }) => call === POST)).toBe(false);
});
