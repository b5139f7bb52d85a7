import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import { isMuted, setMuted } from '../src/desk/alarm/mute';
import { DeskList } from '../src/desk/layout/DeskList';
import { useDeskShortcuts } from '../src/desk/layout/useDeskShortcuts';
import { type FakeDesk, liveDesk, settled, show } from './fakes';
import { conversation, EVENT, event, ME, member, request } from './samples';
import { serve } from './server';

const MANY = 5_000;
/** Far more than a screenful of rows needs, far less than all rows would. */
const MOST_NODES = 2_500;

const nodes = () => document.querySelectorAll('*').length;
const address = () => screen.getByTestId('address').textContent;

function Desk() {
  useDeskShortcuts([EVENT]);
  return (
    <>
      <DeskList />
      <p data-testid="address">{useLocation().pathname}</p>
    </>
  );
}

async function open(...frames: ServerFrame[]): Promise<FakeDesk> {
  const desk = await liveDesk(...frames);
  desk.client.queues.follow([EVENT]);
  show(<Desk />, { desk, path: '/desk' });
  await act(settled);
  await screen.findByRole('heading', { name: 'Queue' });
  return desk;
}

const mine = (id: string, name: string): ServerFrame => {
  const person = { id: `person-${id}`, name };
  const state = conversation({ id, last_seq: 0, participants: [person] });
  return { type: 'conversation', conversation: id, state } as ServerFrame;
};

beforeEach(() => {
  serve({
    'GET /messenger/v1/availability': () => ({ body: { events: [], capacity: 3, active: 0 } }),
    'GET /core/v1/events': () => ({ body: { items: [event()], next: null } }),
  });
  keeper.enter({ kind: 'member', member: member() } as never);
});
afterEach(() => vi.unstubAllGlobals());

describe('long lists', () => {
  it('draw a screenful of five thousand who wait, and of five thousand conversations', async () => {
    const desk = await open();
    const few = nodes();
    await act(async () => {
      for (let one = 0; one < MANY; one += 1) {
        const waiting = request({ id: `r${String(one).padStart(4, '0')}` });
        desk.socket().say({ type: 'request', event: EVENT, request: waiting, waiting: MANY } as ServerFrame);
        desk.socket().say(mine(`c${one}`, `Person ${one}`));
      }
      await settled();
    });
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeGreaterThan(10));
    expect(screen.getByText(String(MANY))).toBeTruthy();
    expect(nodes() - few).toBeLessThan(MOST_NODES);
    expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe(String(MANY));
  });

  it('are stepped through by key, also past what is drawn', async () => {
    await open(...['a', 'b', 'c'].map((id) => mine(id, id)));
    const seen: (string | null)[] = [];
    for (const key of ['j', 'j', 'j', 'j', 'k']) {
      await userEvent.keyboard(key);
      seen.push(address());
    }
    const [first, second, third] = seen;
    expect(new Set([first, second, third]).size).toBe(3);
    expect(seen.slice(3)).toEqual([third, second]);
  });

  it('are searched from the keyboard', async () => {
    await open(mine('a', 'Ada'), mine('b', 'Grace'));
    await userEvent.keyboard('/');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
    await userEvent.keyboard('grac');
    expect(screen.queryByRole('link', { name: /Ada/ })).toBeNull();
    expect(screen.getByRole('link', { name: /Grace/ })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('link', { name: /Ada/ })).toBeTruthy();
  });
});

describe('closed conversations', () => {
  const closed = (id: string, name: string) =>
    conversation({
      id,
      status: 'closed',
      closed_at: '2026-05-01T20:00:00Z',
      participants: [{ id, name }],
      request: request({ status: 'closed', outcome: 'resolved', text: `${name} asked` }),
    });

  it('are listed page by page, and say how they ended', async () => {
    const pages: Record<string, object> = {
      first: { items: [closed('c1', 'Ada')], next: 'c1' },
      c1: { items: [closed('c2', 'Grace')], next: null },
    };
    const asked: URL[] = [];
    vi.stubGlobal('fetch', async (given: Request) => {
      const url = new URL(given.url);
      if (url.pathname === '/messenger/v1/conversations') asked.push(url);
      const page = pages[url.searchParams.get('after') ?? 'first'];
      const others = url.pathname.startsWith('/core') ? { items: [event()] } : { events: [], capacity: 3 };
      return Response.json(url.pathname === '/messenger/v1/conversations' ? page : others);
    });
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Closed' }));
    await screen.findByRole('link', { name: /Grace/ });
    expect(screen.getByRole('link', { name: /Ada/ })).toBeTruthy();
    expect(screen.getAllByText('Resolved')).toHaveLength(2);
    expect(asked.map((url) => url.searchParams.get('status'))).toEqual(['closed', 'closed']);
  });
});

describe('one answer to many', () => {
  it('goes to each that was chosen, and to nobody else', async () => {
    const desk = await open(mine('a', 'Ada'), mine('b', 'Grace'), mine('c', 'Edsger'));
    await userEvent.keyboard('x');
    for (const who of ['Ada', 'Edsger']) {
      await userEvent.click(screen.getByRole('checkbox', { name: `Choose ${who}` }));
    }
    await userEvent.click(screen.getByRole('button', { name: 'Answer 2' }));
    const dialog = within(screen.getByRole('dialog', { name: 'One answer to 2 people' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Answer' }), 'The gate is open');
    await userEvent.click(dialog.getByRole('button', { name: 'Send to 2 people' }));
    await waitFor(() => expect(desk.socket().of('send')).toHaveLength(2));
    const sent = desk.socket().of('send');
    expect(sent.map(({ conversation }) => conversation).sort()).toEqual(['a', 'c']);
    expect(sent.map(({ body }) => body)).toEqual(Array(2).fill({ kind: 'text', text: 'The gate is open' }));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('the sound', () => {
  it('is off for one member of this browser, not for the next', () => {
    setMuted(ME, true);
    expect([isMuted(ME), isMuted('somebody else')]).toEqual([true, false]);
  });
});
