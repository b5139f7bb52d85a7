import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import type { Conversation, HelpRequest } from '../src/api/types';
import * as chime from '../src/desk/alarm/chime';
import { setMuted } from '../src/desk/alarm/mute';
import { UnansweredAlarm } from '../src/desk/alarm/UnansweredAlarm';
import { useConversation } from '../src/desk/client/hooks';
import { ConversationScreen } from '../src/desk/conversations/ConversationScreen';
import { powersOf } from '../src/desk/flow/rules';
import { type FakeDesk, liveDesk, settled, show } from './fakes';
import { at, conversation, EVENT, ME, member, message, request, THEM } from './samples';
import { type Asked, refusal, serve } from './server';

const KIM = 'cccccccc-0000-7000-8000-0000000000c3';
const PATH = '/messenger/v1/conversations/conversation-1';
const colleagues = [
  { id: KIM, name: 'Kim', on_duty: true, capacity: 3, active: 1, events: [EVENT], connected: true },
  { id: 'full', name: 'Noor', on_duty: true, capacity: 2, active: 2, events: [], connected: true },
  { id: 'off', name: 'Olga', on_duty: false, capacity: 0, active: 0, events: [], connected: false },
];

const state = (part: Partial<Conversation> = {}): ServerFrame =>
  ({ type: 'conversation', conversation: 'conversation-1', state: conversation(part) }) as ServerFrame;

function Screen() {
  const view = useConversation('conversation-1');
  return view.state ? <ConversationScreen id="conversation-1" state={view.state} /> : null;
}

async function open(part: Partial<Conversation> = {}): Promise<FakeDesk> {
  const said = { type: 'message', ...message(1, 'Please help') } as ServerFrame;
  const desk = await liveDesk(state({ last_seq: 1, ...part }), said);
  if (part.status === 'closed') await desk.client.adopt(conversation({ last_seq: 1, ...part }));
  show(<Screen />, { desk, path: '/desk/conversations/conversation-1' });
  await act(settled);
  return desk;
}

const choose = async (item: RegExp) => {
  await userEvent.click(screen.getByRole('button', { name: 'More to do' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
};
const bodyOf = (asked: Asked[], call: string) => asked.find((one) => one.call === call)?.body;

function served(routes: Parameters<typeof serve>[0] = {}): Asked[] {
  return serve({
    'GET /messenger/v1/colleagues': () => ({ body: { items: colleagues } }),
    [`GET ${PATH}/handovers`]: () => ({ body: { items: [] } }),
    ...routes,
  });
}

beforeEach(() => {
  served();
  keeper.enter({ kind: 'member', member: member() } as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('handing over', () => {
  it('offers those who have room, and asks why', async () => {
    const moved = conversation({ version: 2, last_seq: 1, members: [{ id: KIM, name: 'Kim' }] });
    const asked = served({ [`POST ${PATH}/transfer`]: () => ({ body: moved }) });
    await open();
    await choose(/Hand over/);
    const dialog = within(screen.getByRole('dialog', { name: 'Hand over Mara' }));
    expect(await dialog.findByRole('radio', { name: /Noor/ })).toHaveProperty('disabled', true);
    expect(dialog.getByRole('radio', { name: /Olga/ })).toHaveProperty('disabled', true);
    await userEvent.click(dialog.getByRole('radio', { name: /Kim/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Hand over' }));
    expect(dialog.getByText('Say in a few words why.')).toBeTruthy();
    await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'Speaks Ukrainian');
    await userEvent.click(dialog.getByRole('button', { name: 'Hand over' }));
    expect(await screen.findByText('Mara is with Kim now.')).toBeTruthy();
    expect(bodyOf(asked, `POST ${PATH}/transfer`)).toEqual({
      to: { kind: 'member', member: KIM },
      reason: 'Speaks Ukrainian',
    });
  });

  it('goes back to the queue by keyboard, and keeps what was written when that fails', async () => {
    served({ [`POST ${PATH}/transfer`]: () => refusal(503, 'unavailable') });
    await open();
    screen.getByRole('log').focus();
    await userEvent.keyboard('h');
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand over Mara' }));
    await userEvent.type(dialog.getByRole('textbox', { name: /Why/ }), 'Lunch');
    await userEvent.click(dialog.getByRole('button', { name: 'Hand over' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('cannot be reached');
    expect(dialog.getByRole('textbox', { name: /Why/ })).toHaveProperty('value', 'Lunch');
  });

  it('tells whoever goes on from whom they have it, and why', async () => {
    const by = { id: KIM, name: 'Kim' };
    const items = [
      {
        from: by,
        to: { id: ME, name: 'Sam' },
        by,
        cause: 'transferred',
        reason: 'Knows the stage',
        at: at(5),
      },
    ];
    served({ [`GET ${PATH}/handovers`]: () => ({ body: { items } }) });
    await open();
    const note = await screen.findByRole('note');
    expect(note.textContent).toContain('Kim handed this over to you');
    expect(note.textContent).toContain('Knows the stage');
  });
});

describe('sharing', () => {
  it('invites a colleague, and takes them out again', async () => {
    const both = conversation({
      version: 2,
      last_seq: 1,
      members: [
        { id: ME, name: 'Sam' },
        { id: KIM, name: 'Kim' },
      ],
    });
    const asked = served({
      [`POST ${PATH}/invite`]: () => ({ body: both }),
      [`DELETE ${PATH}/members/${KIM}`]: () => ({ status: 204 }),
    });
    await open();
    await choose(/Invite a colleague/);
    const dialog = within(screen.getByRole('dialog', { name: 'Invite a colleague' }));
    await userEvent.click(await dialog.findByRole('radio', { name: /Olga/ }));
    await userEvent.click(dialog.getByRole('radio', { name: /Kim/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText('Kim takes part now.')).toBeTruthy();
    expect(bodyOf(asked, `POST ${PATH}/invite`)).toEqual({ member: KIM });
    await userEvent.click(await screen.findByRole('button', { name: 'Show the details' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Take Kim out of the conversation' }));
    expect(await screen.findByText('Kim takes no part any more.')).toBeTruthy();
  });

  it('tells who was invited, who left and who judged it anew, but not that this handed it over', async () => {
    const kim = { id: KIM, name: 'Kim' };
    const sam = { id: ME, name: 'Sam' };
    const high = { before: { priority: 'normal' }, after: { priority: 'high' } };
    const items = [
      { from: null, to: null, by: kim, cause: 'judged', at: at(8), ...high },
      { from: kim, to: null, by: kim, cause: 'removed', at: at(7) },
      { from: null, to: kim, by: sam, cause: 'invited', at: at(6) },
    ];
    served({ [`GET ${PATH}/handovers`]: () => ({ body: { items } }) });
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Show the details' }));
    const happened = within(await screen.findByRole('region', { name: 'What happened' }));
    const lines = happened.getAllByRole('listitem').map((line) => line.querySelector('span')?.textContent);
    expect(lines).toEqual(['Normal → High, by Kim', 'Kim left', 'Kim invited by Sam']);
    expect(happened.queryByRole('link', { name: 'Audit log' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'What happened' })).toBeNull());
    expect(screen.queryByRole('note')).toBeNull();
  });

  it('lets each do what is theirs', () => {
    const mine = conversation();
    const theirs = conversation({
      members: [{ id: KIM, name: 'Kim' }],
      request: request({ status: 'taken', member: { id: KIM, name: 'Kim' } }),
    });
    const beside = { ...theirs, members: [...theirs.members, { id: ME, name: 'Sam' }] };
    expect(powersOf(mine, ME, false)).toMatchObject({ handOver: true, invite: true, leave: false });
    expect(powersOf(beside, ME, false)).toMatchObject({ handOver: false, invite: true, leave: true });
    expect(powersOf(theirs, ME, false)).toMatchObject({ handOver: false, invite: false, join: false });
    expect(powersOf(theirs, ME, true)).toMatchObject({ handOver: true, invite: false, join: true });
    expect(Object.values(powersOf({ ...mine, status: 'closed' }, ME, true)).some(Boolean)).toBe(false);
  });

  it('passes on what was sent and not looked at', async () => {
    const asked = served({ 'POST /messenger/v1/help-requests/request-1/decline': () => ({ status: 204 }) });
    const given = request({ status: 'taken', member: { id: ME, name: 'Sam' }, untouched: true });
    await open({ request: { ...given, taken_at: at(1) } });
    await choose(/Not for me/);
    await waitFor(() => expect(asked.some(({ call }) => call.endsWith('/decline'))).toBe(true));
  });
});

describe('opening again', () => {
  const closed = {
    status: 'closed' as const,
    version: 2,
    closed_at: at(9),
    request: request({ status: 'closed', outcome: 'resolved', member: { id: ME, name: 'Sam' } }),
  };

  it('takes an end back', async () => {
    const asked = served({
      [`POST ${PATH}/reopen`]: () => ({ body: conversation({ version: 3, last_seq: 1 }) }),
    });
    await open(closed);
    await userEvent.click(screen.getByRole('button', { name: 'Reopen' }));
    expect(await screen.findByRole('textbox', { name: 'Message to Mara' })).toBeTruthy();
    expect(asked.some(({ call }) => call === `POST ${PATH}/reopen`)).toBe(true);
  });

  it('says that the person has asked anew', async () => {
    served({ [`POST ${PATH}/reopen`]: () => refusal(409, 'already_open', { id: 'other' }) });
    await open(closed);
    await userEvent.click(screen.getByRole('button', { name: 'Reopen' }));
    expect(await screen.findByText(/has asked for help again meanwhile/)).toBeTruthy();
  });
});

describe('judging anew', () => {
  it('changes the priority from the keyboard, with the way back', async () => {
    const judged = request({ status: 'taken', priority: 'critical', version: 2 });
    const asked = served({ 'PATCH /messenger/v1/help-requests/request-1': () => ({ body: judged }) });
    await open();
    screen.getByRole('log').focus();
    await userEvent.keyboard('p');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Critical' }));
    expect(await screen.findByText('Critical now.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked.filter(({ call }) => call.startsWith('PATCH'))).toHaveLength(2));
    const bodies = asked.filter(({ call }) => call.startsWith('PATCH')).map(({ body }) => body);
    expect(bodies).toEqual([{ priority: 'critical', version: 1 }, { priority: 'normal' }]);
  });
});

describe('the alarm', () => {
  const unanswered = (...requests: HelpRequest[]): ServerFrame =>
    ({ type: 'unanswered', event: EVENT, count: requests.length, requests }) as ServerFrame;
  const one = request({ id: 'one', waiting_since: at(-150) });
  const life = request({ id: 'life', priority: 'critical', category: 'security', waiting_since: at(-40) });
  const hear = (desk: FakeDesk, frame: ServerFrame) =>
    act(async () => {
      desk.socket().say(frame);
      await settled();
    });

  it('names the most pressing, rings until silenced, and again for somebody else', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const rings = vi.spyOn(chime, 'ring').mockImplementation(() => undefined);
    const desk = await liveDesk();
    show(<UnansweredAlarm />, { desk });
    expect(screen.queryByRole('region', { name: 'Nobody has answered' })).toBeNull();
    await hear(desk, unanswered(one));
    const strip = screen.getByRole('region', { name: 'Nobody has answered' });
    expect(within(strip).getByRole('link', { name: /Medical ?2:.*Mara, Normal/ })).toBeTruthy();
    expect(rings).toHaveBeenLastCalledWith(false);
    act(() => void vi.advanceTimersByTime(8_000));
    expect(rings).toHaveBeenCalledTimes(2);
    await userEvent.click(screen.getByRole('button', { name: 'Silence the alarm' }));
    act(() => void vi.advanceTimersByTime(60_000));
    expect(rings).toHaveBeenCalledTimes(2);

    await hear(desk, unanswered(life, one));
    expect(rings).toHaveBeenLastCalledWith(true);
    expect(screen.getByText('A life may be in danger: nobody has answered')).toBeTruthy();
    await hear(desk, unanswered());
    expect(screen.queryByRole('region', { name: 'Nobody has answered' })).toBeNull();
    act(() => void vi.advanceTimersByTime(60_000));
    expect(rings).toHaveBeenCalledTimes(3);
  });

  it('shows without a sound where the desk is muted', async () => {
    const rings = vi.spyOn(chime, 'ring').mockImplementation(() => undefined);
    setMuted(ME, true);
    const desk = await liveDesk(unanswered(one));
    show(<UnansweredAlarm />, { desk });
    expect(screen.getByRole('region', { name: 'Nobody has answered' })).toBeTruthy();
    expect(rings).not.toHaveBeenCalled();
    setMuted(ME, false);
  });
});

it('tells the service that one looks at what was sent, also when all of it was read before', async () => {
  const given = request({
    status: 'taken',
    member: { id: ME, name: 'Sam' },
    untouched: true,
    taken_at: at(1),
  });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const desk = await open({ request: given, seen: { [ME]: 1, [THEM]: 1 } });
  await waitFor(() => expect(desk.socket().of('seen')).toHaveLength(1));
  desk.client.read('conversation-1');
  expect(desk.socket().of('seen')).toHaveLength(1);
});
