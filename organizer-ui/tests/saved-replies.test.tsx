import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import type { SavedReply } from '../src/api/types';
import { useConversation } from '../src/desk/client/hooks';
import { ConversationScreen } from '../src/desk/conversations/ConversationScreen';
import { filled, inserted, suggestions, typedShortcut } from '../src/saved-replies/rules';
import { SavedRepliesPage } from '../src/saved-replies/SavedRepliesPage';
import { liveDesk, settled, show } from './fakes';
import { conversation, EVENT, member } from './samples';
import { refusal, serve } from './server';

const LIST = 'GET /core/v1/saved-replies';
const reply = (shortcut: string, text: string, scope: SavedReply['scope'] = 'organization'): SavedReply => ({
  id: `${scope}-${shortcut}`,
  ...{ scope, shortcut, text, version: 1, updated_at: '2026-05-01T20:00:00Z' },
});
const REPLIES = [
  reply('bye', 'Take care, {name}.'),
  reply('coming', 'We are coming to {zone}.'),
  reply('coming', 'On my way, {name}! {me}', 'personal'),
];

beforeEach(() => keeper.enter({ kind: 'member', member: member({ name: 'Sam', role: 'staff' }) } as never));
afterEach(() => vi.unstubAllGlobals());

describe('the rules', () => {
  it('know what is a shortcut and what is not', () => {
    expect(['/', '/co', 'Hello /CO', 'a\n/x-1'].map(typedShortcut)).toEqual(['', 'co', 'co', 'x-1']);
    expect(['', 'a/b', '/co ', 'https://a', '/ü'].map(typedShortcut)).toEqual(Array(5).fill(undefined));
    expect(inserted('Hello /co', 'Coming.')).toBe('Hello Coming.');
  });

  it('suggest what begins so first, one’s own before the others', () => {
    const names = (typed: string) => suggestions(REPLIES, typed).map(({ id }) => id);
    expect(names('')).toEqual(['organization-bye', 'personal-coming', 'organization-coming']);
    expect(names('co')).toEqual(['personal-coming', 'organization-coming']);
    expect(names('care')).toEqual(['organization-bye']);
    expect(names('zzz')).toEqual([]);
  });

  it('fill what is known and leave no hole', () => {
    const text = 'Hello {name}, we come to {zone}. {me}';
    expect(filled(text, { name: 'Mara', zone: 'Gate A', me: 'Sam' })).toBe(
      'Hello Mara, we come to Gate A. Sam',
    );
    expect(filled(text, { me: 'Sam' })).toBe('Hello, we come to. Sam');
    expect(filled('Two  spaces {other}', {})).toBe('Two  spaces {other}');
  });
});

/** The open conversation as the desk shows it. */
function Screen() {
  const view = useConversation('conversation-1');
  return view.state ? <ConversationScreen id="conversation-1" state={view.state} /> : null;
}

describe('where one writes', () => {
  it('puts the chosen reply in place of its shortcut, and sends nothing by that', async () => {
    const context = { id: EVENT, name: 'Harbour Lights', zones: [], contacts: [], staff_on_duty: 1 };
    serve({
      [LIST]: () => ({ body: { items: REPLIES, next: null } }),
      [`GET /messenger/v1/events/${EVENT}`]: () => ({ body: context }),
    });
    const frame = { type: 'conversation', conversation: 'conversation-1', state: conversation() };
    const desk = await liveDesk(frame as ServerFrame);
    show(<Screen />, { desk, path: '/desk/conversations/conversation-1' });
    await act(settled);
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message to Mara' });
    await userEvent.type(field, '/co');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    await userEvent.type(field, '{ArrowDown}{ArrowUp}{Enter}');
    expect(field.value).toBe('On my way, Mara! Sam');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(desk.socket().of('send')).toEqual([]);
    await userEvent.type(field, '{Enter}');
    expect(desk.socket().of('send')[0]?.body).toEqual({ kind: 'text', text: 'On my way, Mara! Sam' });

    await userEvent.type(field, '/co{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field.value).toBe('/co');
  });
});

describe('the page', () => {
  it('keeps a new one, and says at the field that a shortcut is taken', async () => {
    let taken = true;
    const POST = 'POST /core/v1/saved-replies';
    const asked = serve({
      [LIST]: () => ({ body: { items: REPLIES, next: null } }),
      [POST]: (body) => {
        const answer = taken ? refusal(409, 'shortcut_taken') : { status: 201, body };
        taken = false;
        return answer;
      },
    });
    show(<SavedRepliesPage />);
    await userEvent.type(await screen.findByLabelText('Shortcut'), 'water');
    await userEvent.type(screen.getByLabelText('Text'), 'Water is at Gate B.');
    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    await screen.findByText('Another saved reply has this shortcut.');
    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    await screen.findByText('Kept.');
    const [, second] = asked.filter(({ call }) => call === POST);
    expect(second?.body).toEqual({ scope: 'personal', shortcut: 'water', text: 'Water is at Gate B.' });
    // Those of the organization are kept by managers.
    expect(screen.getAllByRole('button', { name: /^Edit/ })).toHaveLength(1);
  });
});
