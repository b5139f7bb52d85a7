import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import type { Conversation } from '../src/api/types';
import type { DeskCalls } from '../src/desk/client/calls';
import { useConversation } from '../src/desk/client/hooks';
import { ConversationScreen } from '../src/desk/conversations/ConversationScreen';
import { MineList } from '../src/desk/conversations/MineList';
import { type FakeDesk, liveDeskWith, settled, show } from './fakes';
import { conversation, ME, member, message } from './samples';
import { serve } from './server';

const HELP = 'conversation-1';
const NOTES = 'notes-1';
const COLLEAGUE = 'cccccccc-0000-7000-8000-0000000000c3';
const members = [
  { id: ME, name: 'Sam' },
  { id: COLLEAGUE, name: 'Ines' },
];

const notes = (part: Partial<Conversation> = {}) =>
  conversation({ id: NOTES, kind: 'notes', about: HELP, participants: [], members, request: null, ...part });
const state = (of: Conversation): ServerFrame =>
  ({ type: 'conversation', conversation: of.id, state: of }) as ServerFrame;
const noted = (seq: number, text: string, beside: number): ServerFrame =>
  ({
    type: 'message',
    ...message(seq, text, {
      conversation: NOTES,
      sender: { id: COLLEAGUE, kind: 'member' },
      body: { kind: 'note', text, beside },
    }),
  }) as ServerFrame;
const said = (seq: number, text: string): ServerFrame =>
  ({ type: 'message', ...message(seq, text) }) as ServerFrame;

function Desk() {
  const view = useConversation(HELP);
  return (
    <>
      <MineList />
      {view.state && <ConversationScreen id={HELP} state={view.state} />}
    </>
  );
}

async function open(calls: Partial<DeskCalls>, ...replay: ServerFrame[]): Promise<FakeDesk> {
  const help = state(conversation({ last_seq: 2, members }));
  const desk = await liveDeskWith(calls, help, said(1, 'Please help'), said(2, 'Still here'), ...replay);
  show(<Desk />, { desk, path: `/desk/conversations/${HELP}` });
  await act(settled);
  return desk;
}

const hear = (desk: FakeDesk, frame: ServerFrame) =>
  act(async () => {
    desk.socket().say(frame);
    await settled();
  });
const log = () => within(screen.getByRole('log', { name: 'Messages' }));
const noteField = () => screen.getByRole('textbox', { name: 'Note for colleagues' });

beforeEach(() => {
  localStorage.clear();
  serve({});
  keeper.enter({ kind: 'member', member: member() } as never);
});
afterEach(() => vi.unstubAllGlobals());

describe('notes', () => {
  it('stand where they belong, marked as nothing that the person sees', async () => {
    const desk = await open({}, state(notes({ last_seq: 1 })), noted(1, 'Was here before', 1));
    const note = log().getByRole('note', { name: 'Note by Ines' });
    expect(note.textContent).toContain('Only colleagues see this');
    const text = screen.getByRole('log').textContent ?? '';
    expect(text.indexOf('Please help')).toBeLessThan(text.indexOf('Was here before'));
    expect(text.indexOf('Was here before')).toBeLessThan(text.indexOf('Still here'));
    await hear(desk, noted(2, 'Knows the way', 2));
    expect(log().getByText('Knows the way')).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /Mara/ })).toHaveLength(1);
  });

  it('are written by keyboard, into a field of their own that stays chosen', async () => {
    const desk = await open({}, state(notes()));
    await userEvent.keyboard('w');
    expect(document.activeElement).toBe(noteField());
    await userEvent.keyboard('Smells of smoke{Enter}');
    const sent = desk.socket().of('send');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      conversation: NOTES,
      body: { kind: 'note', text: 'Smells of smoke', beside: 2 },
    });
    expect(document.activeElement).toBe(noteField());
    expect(noteField()).toHaveProperty('value', '');

    await userEvent.keyboard('half a note');
    await userEvent.keyboard('{Escape}r');
    const field = screen.getByRole('textbox', { name: 'Message to Mara' });
    expect(field).toHaveProperty('value', '');
    await userEvent.keyboard('Coming{Enter}');
    expect(desk.socket().of('send')[1]).toMatchObject({ conversation: HELP, body: { kind: 'text' } });
    await userEvent.keyboard('{Escape}w');
    expect(noteField()).toHaveProperty('value', 'half a note');
  });

  it('wait for their conversation, which the first one makes', async () => {
    let made: ((state: Conversation) => void) | undefined;
    const openNotes = vi.fn(() => new Promise<Conversation>((resolve) => (made = resolve)));
    const desk = await open({ openNotes });
    await userEvent.keyboard('wFirst{Enter}Second{Enter}');
    expect(desk.socket().of('send')).toHaveLength(0);
    expect(openNotes).toHaveBeenCalledTimes(1);
    expect(log().getAllByRole('note')).toHaveLength(2);
    await act(async () => {
      made?.(notes());
      await settled();
    });
    const sent = desk.socket().of('send');
    expect(sent.map(({ conversation }) => conversation)).toEqual([NOTES, NOTES]);
    expect(sent.map(({ body }) => (body as { text: string }).text)).toEqual(['First', 'Second']);
    expect(log().getAllByRole('note')).toHaveLength(2);
  });

  it('of colleagues count as unread until they are looked at', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const desk = await open({}, state(notes({ last_seq: 1 })), noted(1, 'Look at this', 2));
    expect(screen.getByRole('img', { name: '3 unread messages' })).toBeTruthy();
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    await act(async () => {
      window.dispatchEvent(new Event('focus'));
      await settled();
    });
    const seen = desk.socket().of('seen');
    expect(seen).toContainEqual({ type: 'seen', conversation: NOTES, seq: 1 });
    expect(seen).toContainEqual({ type: 'seen', conversation: HELP, seq: 2 });
    vi.restoreAllMocks();
  });
});
