import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import { useConversation } from '../src/desk/client/hooks';
import { ConversationScreen } from '../src/desk/conversations/ConversationScreen';
import { MineList } from '../src/desk/conversations/MineList';
import { ConnectionBanner } from '../src/shell/ConnectionBanner';
import { type FakeDesk, liveDesk, settled, show } from './fakes';
import { conversation, member, message, THEM } from './samples';
import { refusal, serve } from './server';

const state = (part = {}): ServerFrame =>
  ({ type: 'conversation', conversation: 'conversation-1', state: conversation(part) }) as ServerFrame;
const said = (seq: number, text: string): ServerFrame =>
  ({ type: 'message', ...message(seq, text) }) as ServerFrame;

/** Where a call leads. */
const Where = () => <p>At {useLocation().pathname}</p>;

/** Shows the open conversation beside my list. */
function Desk() {
  const view = useConversation('conversation-1');
  return (
    <>
      <ConnectionBanner />
      <MineList />
      <Where />
      {view.state && <ConversationScreen id="conversation-1" state={view.state} />}
    </>
  );
}

async function open(): Promise<FakeDesk> {
  const desk = await liveDesk(state({ last_seq: 1 }), said(1, 'Please help, see https://example.org/where'));
  show(<Desk />, { desk, path: '/desk/conversations/conversation-1' });
  await act(settled);
  return desk;
}

const hear = (desk: FakeDesk, frame: ServerFrame) =>
  act(async () => {
    desk.socket().say(frame);
    await settled();
  });
const field = () => screen.getByRole('textbox', { name: 'Message to Mara' });
const log = () => within(screen.getByRole('log', { name: 'Messages' }));

beforeEach(() => {
  serve({});
  keeper.enter({ kind: 'member', member: member() } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('writing', () => {
  it('sends with Enter, makes a new line with Shift and Enter, and shows how far it came', async () => {
    const desk = await open();
    await userEvent.type(field(), 'On my way{Shift>}{Enter}{/Shift}two minutes{Enter}');
    expect(field()).toHaveProperty('value', '');
    expect(log().getByText('Sending')).toBeTruthy();
    const sent = desk.socket().of('send')[0];
    expect(sent?.body).toEqual({ kind: 'text', text: 'On my way\ntwo minutes' });

    const ack = { type: 'ack', client_id: sent?.client_id, conversation: 'conversation-1', seq: 2 };
    await hear(desk, { ...ack, at: message(2, '').at, duplicate: false } as ServerFrame);
    expect(log().getByText('Sent')).toBeTruthy();
    await hear(desk, { type: 'seen', conversation: 'conversation-1', person: THEM, seq: 2 } as ServerFrame);
    expect(log().getByText('Read')).toBeTruthy();
  });

  it('keeps a draft and shows it in the list', async () => {
    await open();
    await userEvent.type(field(), 'Half a sent');
    expect(screen.getByRole('link', { name: /Draft: Half a sent/ })).toBeTruthy();
    expect(localStorage.length).toBeGreaterThan(0);
  });

  it('says that a message waits while there is no connection', async () => {
    const desk = await open();
    await act(async () => desk.socket().onclose?.({ code: 1006 }));
    await userEvent.type(field(), 'Still there?{Enter}');
    expect(log().getByText('Waits to be sent')).toBeTruthy();
    expect(await screen.findByText(/Connection lost/)).toBeTruthy();
    expect(screen.getByText(/waits in the outbox/)).toBeTruthy();
  });

  it('takes back what has not left, to change it or not to say it', async () => {
    const desk = await open();
    await act(async () => desk.socket().onclose?.({ code: 1006 }));
    await userEvent.type(field(), 'One{Enter}Two{Enter}');
    await userEvent.click(screen.getAllByRole('button', { name: 'Discard' })[0] as HTMLElement);
    expect(log().queryByText('One')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Take back into the field' }));
    expect(field()).toHaveProperty('value', 'Two');
    expect(log().queryByText('Waits to be sent')).toBeNull();
  });

  it('offers nothing back that may have left', async () => {
    const desk = await open();
    await userEvent.type(field(), 'On its way{Enter}');
    await act(async () => desk.socket().onclose?.({ code: 1006 }));
    expect(log().getByText('Waits to be sent')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take back into the field' })).toBeNull();
  });

  it('answers a message, and shows what was answered', async () => {
    const desk = await open();
    await userEvent.click(screen.getByRole('button', { name: /^Answer: Please help/ }));
    expect(document.activeElement).toBe(field());
    await userEvent.keyboard('Coming{Enter}');
    expect(desk.socket().of('send')[0]).toMatchObject({ reply_to: 1 });
    expect(screen.queryByRole('button', { name: 'Do not answer this message' })).toBeNull();
    await hear(desk, { ...said(2, 'Thanks'), reply_to: 1 } as ServerFrame);
    const quote = log().getByRole('button', { name: /^Answers Mara ?Please help/ });
    await userEvent.click(quote);
    expect(document.activeElement?.id).toBe('message-1');
  });

  it('explains a refusal and lets the text be taken back', async () => {
    const desk = await open();
    await userEvent.type(field(), 'Too late{Enter}');
    const client_id = desk.socket().of('send')[0]?.client_id;
    await hear(desk, { type: 'refused', client_id, code: 'closed', retry: false, detail: '' } as ServerFrame);
    expect(screen.getByRole('alert').textContent).toContain('the conversation is closed');
    await userEvent.click(screen.getByRole('button', { name: 'Take back into the field' }));
    expect(field()).toHaveProperty('value', 'Too late');
  });
});

describe('reading', () => {
  it('links addresses so that the other side learns nothing', async () => {
    await open();
    const link = log().getByRole('link', { name: 'https://example.org/where' });
    expect(link.getAttribute('rel')).toContain('noopener noreferrer');
  });

  it('has read what comes after the answer to its own message, which stands above it', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const desk = await open();
    await userEvent.type(field(), 'On my way{Enter}');
    const client_id = desk.socket().of('send')[0]?.client_id;
    const ack = { conversation: 'conversation-1', client_id, seq: 3, at: new Date().toISOString() };
    await hear(desk, { type: 'ack', ...ack, duplicate: false } as ServerFrame);
    await hear(desk, said(2, 'Hurry'));
    expect(log().getByText('Hurry')).toBeTruthy();
    await waitFor(() => expect(desk.socket().of('seen').at(-1)).toMatchObject({ seq: 3 }));
  });

  it('says who is writing', async () => {
    const desk = await open();
    await hear(desk, { type: 'typing', conversation: 'conversation-1', person: THEM } as ServerFrame);
    expect(log().getByText('Mara is writing…')).toBeTruthy();
  });

  it('shows that it was closed elsewhere, and takes the field away', async () => {
    const desk = await open();
    const request = { ...conversation().request, outcome: 'resolved', status: 'closed' };
    await hear(desk, state({ status: 'closed', version: 2, last_seq: 1, request }));
    expect(screen.getByText('Closed: Resolved')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Message to Mara' })).toBeNull();
  });
});

describe('closing', () => {
  const close = async () => {
    await userEvent.click(screen.getAllByRole('button', { name: 'Close conversation' })[0] as HTMLElement);
    const dialog = within(screen.getByRole('dialog', { name: 'How did it end?' }));
    await userEvent.click(dialog.getByRole('radio', { name: /Referred/ }));
    await userEvent.type(dialog.getByRole('textbox', { name: /Note/ }), 'To the tent');
    await userEvent.click(dialog.getByRole('button', { name: 'Close the conversation' }));
    return dialog;
  };

  it('asks for the outcome and leaves the list', async () => {
    const closed = conversation({ status: 'closed', version: 2, last_seq: 1 });
    const asked = serve({
      'POST /messenger/v1/conversations/conversation-1/close': () => ({ body: closed }),
    });
    await open();
    await close();
    await screen.findByText('Nobody with you right now.');
    expect(asked.find(({ call }) => call.endsWith('/close'))?.body).toEqual({
      outcome: 'referred',
      note: 'To the tent',
    });
  });

  it('offers the way back also when the conversation is told closed before the answer comes', async () => {
    const closed = conversation({ status: 'closed', version: 2, last_seq: 1 });
    let desk: FakeDesk | undefined;
    serve({
      'POST /messenger/v1/conversations/conversation-1/close': async () => {
        if (desk) await hear(desk, state(closed));
        await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
        return { body: closed };
      },
    });
    desk = await open();
    await close();
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
    expect(await screen.findByText('At /desk')).toBeTruthy();
  });

  it('leaves whoever has gone elsewhere meanwhile where they are', async () => {
    serve({
      'POST /messenger/v1/conversations/conversation-1/close': () => {
        window.history.pushState(null, '', '/archive');
        return { body: conversation({ status: 'closed', version: 2, last_seq: 1 }) };
      },
    });
    await open();
    await close();
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
    expect(screen.getByText('At /desk/conversations/conversation-1')).toBeTruthy();
    window.history.replaceState(null, '', '/');
  });

  it('keeps what was chosen and written when it fails', async () => {
    const path = 'POST /messenger/v1/conversations/conversation-1/close';
    serve({ [path]: () => refusal(503, 'unavailable') });
    await open();
    const dialog = await close();
    await waitFor(() => expect(dialog.getByRole('alert').textContent).toContain('cannot be reached'));
    expect(dialog.getByRole('textbox', { name: /Note/ })).toHaveProperty('value', 'To the tent');
  });
});
