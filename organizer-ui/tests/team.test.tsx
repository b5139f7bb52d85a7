import type { ServerFrame } from '@steward/client-kit/live';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import type { Colleague, Conversation } from '../src/api/types';
import { AlarmBell } from '../src/desk/alarm/AlarmBell';
import * as chime from '../src/desk/alarm/chime';
import { setMuted } from '../src/desk/alarm/mute';
import type { DeskCalls } from '../src/desk/client/calls';
import { TeamList } from '../src/desk/team/TeamList';
import { TeamPane } from '../src/desk/team/TeamPane';
import { type FakeDesk, liveDeskWith, settled, show } from './fakes';
import { conversation, EVENT, event, ME, member, message } from './samples';
import { serve } from './server';

const TEAM = 'team-1';
const KIM = 'cccccccc-0000-7000-8000-0000000000c3';
const NOOR = 'dddddddd-0000-7000-8000-0000000000d4';
const members = [
  { id: ME, name: 'Sam' },
  { id: KIM, name: 'Kim Berg' },
  { id: NOOR, name: 'Noor' },
];

const team = (part: Partial<Conversation> = {}) =>
  conversation({ id: TEAM, kind: 'team', participants: [], members, request: null, ...part });
const state = (part: Partial<Conversation> = {}): ServerFrame =>
  ({ type: 'conversation', conversation: TEAM, state: team(part) }) as ServerFrame;
const said = (seq: number, text: string, by = KIM): ServerFrame =>
  ({
    type: 'message',
    ...message(seq, text, { conversation: TEAM, sender: { id: by, kind: 'member' } }),
  }) as ServerFrame;
const frame = (type: string, part: object) => ({ type, conversation: TEAM, ...part }) as ServerFrame;

const colleague = (part: Partial<Colleague>): Colleague => ({
  id: KIM,
  name: 'Kim Berg',
  on_duty: true,
  capacity: 3,
  active: 1,
  events: [EVENT],
  connected: true,
  seen_at: null,
  ...part,
});

function Desk() {
  return (
    <>
      <AlarmBell />
      <TeamList events={[event()]} />
      <Routes>
        <Route path="/desk/team/:event" element={<TeamPane />} />
        <Route path="*" element={null} />
      </Routes>
    </>
  );
}

async function open(path: string, calls: Partial<DeskCalls>, ...replay: ServerFrame[]): Promise<FakeDesk> {
  const desk = await liveDeskWith(calls, ...replay);
  show(<Desk />, { desk, path });
  await act(settled);
  return desk;
}

const hear = (desk: FakeDesk, heard: ServerFrame) =>
  act(async () => {
    desk.socket().say(heard);
    await settled();
  });

beforeEach(() => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  vi.spyOn(chime, 'readySound').mockReturnValue(() => undefined);
  serve({
    'GET /messenger/v1/colleagues': () => ({
      body: {
        items: [
          colleague({ id: NOOR, name: 'Noor', connected: false, seen_at: '2026-07-04T18:00:00Z' }),
          colleague({ active: 3 }),
          colleague({ id: 'olga', name: 'Olga', events: ['elsewhere'] }),
        ],
      },
    }),
    'GET /messenger/v1/availability': () => ({ body: { events: [EVENT], capacity: 2, active: 1 } }),
    [`GET /messenger/v1/events/${EVENT}`]: () => ({
      body: { id: EVENT, name: 'Harbour Lights', contacts: [], zones: [], staff_on_duty: 2 },
    }),
  });
  keeper.enter({ kind: 'member', member: member() } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('the channel of a team', () => {
  it('is made when somebody opens it first', async () => {
    const openTeam = vi.fn(async () => team());
    await open('/desk', { openTeam });
    await userEvent.click(screen.getByRole('link', { name: /Team.*Talk with your colleagues/ }));
    expect(await screen.findByText('Nobody has written yet')).toBeTruthy();
    expect(openTeam).toHaveBeenCalledExactlyOnceWith(EVENT);
    expect(screen.getByRole('textbox', { name: 'Message to the team' })).toBeTruthy();
  });

  it('says what could not be opened, and tries again', async () => {
    const openTeam = vi.fn(() => Promise.reject(new Error('away')));
    await open(`/desk/team/${EVENT}`, { openTeam });
    const before = openTeam.mock.calls.length;
    await userEvent.click(await screen.findByRole('button', { name: /again/i }));
    await waitFor(() => expect(openTeam.mock.calls.length).toBeGreaterThan(before));
  });

  it('shows who speaks, who writes, and who has read what I said', async () => {
    const desk = await open(`/desk/team/${EVENT}`, {}, state({ last_seq: 1 }), said(1, 'Gate B is closed'));
    const log = within(screen.getByRole('log'));
    expect(log.getByText('Kim Berg')).toBeTruthy();
    await hear(desk, frame('typing', { person: NOOR }));
    expect(log.getByText('Noor is writing…')).toBeTruthy();
    await hear(desk, frame('typing', { person: KIM }));
    expect(log.getByText('Noor and Kim Berg are writing…')).toBeTruthy();

    await userEvent.type(screen.getByRole('textbox', { name: 'Message to the team' }), 'On my way{Enter}');
    const sent = desk.socket().of('send')[0];
    expect(sent).toMatchObject({ conversation: TEAM, body: { kind: 'text', text: 'On my way' } });
    await hear(desk, frame('ack', { client_id: sent?.client_id, seq: 2, at: '2026-07-04T18:01:00Z' }));
    expect(log.getByText('Sent')).toBeTruthy();
    await hear(desk, frame('received', { person: KIM, seq: 2 }));
    expect(log.getByText('Delivered')).toBeTruthy();
    await hear(desk, frame('seen', { person: KIM, seq: 2 }));
    await userEvent.hover(log.getByText('Read by 1 of 2'));
    expect(await screen.findByRole('tooltip')).toHaveProperty('textContent', 'Kim Berg');
    await hear(desk, frame('seen', { person: NOOR, seq: 2 }));
    expect(log.getByText('Read by all')).toBeTruthy();
  });

  it('keeps half a sentence until somebody comes back', async () => {
    await open(`/desk/team/${EVENT}`, {}, state());
    await userEvent.type(screen.getByRole('textbox', { name: 'Message to the team' }), 'Who has the k');
    expect(screen.getByRole('link', { name: /Draft: Who has the k/ })).toBeTruthy();
    cleanup();
    await open(`/desk/team/${EVENT}`, {}, state());
    expect(screen.getByRole('textbox', { name: 'Message to the team' })).toHaveProperty(
      'value',
      'Who has the k',
    );
  });

  it('can be read, and not written in, when the event is over', async () => {
    await open(`/desk/team/${EVENT}`, { openTeam: async () => team({ status: 'closed' }) });
    expect(await screen.findByText(/This event is over/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('shows at a glance who can help', async () => {
    await open(`/desk/team/${EVENT}`, {}, state());
    expect(await screen.findByText('3 of 4 at the desk')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show the details' }));
    const here = within(await screen.findByRole('region', { name: 'At the desk' }));
    const lines = here.getAllByRole('listitem').map((line) => line.textContent);
    expect(lines).toEqual([
      expect.stringContaining('Sam Okafor (you)On duty, 0 of 2'),
      expect.stringContaining('Kim BergFull: 3 of 3'),
      expect.stringContaining('OlgaOn duty at another event, 1 of 3'),
    ]);
    const away = within(screen.getByRole('region', { name: 'Away' }));
    expect(away.getByRole('listitem').textContent).toMatch(/Noor.*Away since/);
  });
});

describe('what colleagues say', () => {
  it('waits as unread below the lists, and is heard quietly', async () => {
    const murmur = vi.spyOn(chime, 'murmur').mockReturnValue();
    const ring = vi.spyOn(chime, 'chime').mockReturnValue();
    const desk = await open('/desk', {}, state({ last_seq: 1 }), said(1, 'Hello'));
    expect(desk.alarms).toEqual([]);
    await hear(desk, said(2, 'Who has the radio?'));
    expect(screen.getByRole('link', { name: /Kim: Who has the radio/ })).toBeTruthy();
    expect(screen.getByRole('img', { name: '2 unread messages' })).toBeTruthy();
    expect(murmur).toHaveBeenCalledTimes(1);
    expect(ring).not.toHaveBeenCalled();
    setMuted(ME, true);
    await hear(desk, said(3, 'Nobody?'));
    expect(murmur).toHaveBeenCalledTimes(1);
    setMuted(ME, false);
  });

  it('rings for nobody who reads it as it comes', async () => {
    const murmur = vi.spyOn(chime, 'murmur').mockReturnValue();
    const desk = await open(`/desk/team/${EVENT}`, {}, state());
    await hear(desk, said(1, 'Hello'));
    expect(desk.alarms).toHaveLength(1);
    expect(murmur).not.toHaveBeenCalled();
  });

  it('flashes in the title while nobody looks', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const desk = await open(`/desk/team/${EVENT}`, {}, state());
    await hear(desk, said(1, 'Hello'));
    await hear(desk, said(2, 'Anybody?'));
    expect(document.title).toBe('(2) Messages to the team');
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(document.title).not.toContain('Messages');
  });

  it('is not listed among the people who need help', async () => {
    const desk = await open('/desk', {}, state({ last_seq: 1 }), said(1, 'Hello'));
    expect(desk.client.myConversations()).toEqual([]);
    expect(desk.client.openTeams().map(({ id, unread }) => [id, unread])).toEqual([[TEAM, 1]]);
  });

  it('comes once, and not from me on another device', async () => {
    const desk = await open('/desk', {}, state());
    await hear(desk, said(1, 'Hello'));
    await hear(desk, said(1, 'Hello'));
    await hear(desk, said(2, 'Hello yourself', ME));
    expect(desk.alarms).toHaveLength(1);
  });
});
