import type { ServerFrame } from '@steward/client-kit/live';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../src/api/types';
import { liveDeskWith, settled } from './fakes';
import { conversation, message, request } from './samples';

const KIM = { id: 'cccccccc-0000-7000-8000-0000000000c3', name: 'Kim' };
const theirs = (part: Partial<Conversation> = {}) =>
  conversation({ members: [KIM], request: request({ status: 'taken', member: KIM }), ...part });
const notes = theirs({ id: 'notes-1', kind: 'notes', about: 'conversation-1', request: null });
const frame = (state: Conversation) =>
  ({ type: 'conversation', conversation: state.id, state }) as ServerFrame;
const said = (seq: number, text: string) => ({ type: 'message', ...message(seq, text) }) as ServerFrame;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a conversation that is only looked at', () => {
  it('comes live, also after a break, and leaves no marks', async () => {
    const desk = await liveDeskWith({
      conversation: async () => theirs({ last_seq: 1 }),
      after: async () => [message(1, 'Please help')],
    });
    await desk.client.open('conversation-1');
    const stop = desk.client.follow('conversation-1');
    expect(desk.socket().of('watch')).toMatchObject([{ topic: 'conversation:conversation-1' }]);
    desk.socket().say(frame(theirs({ last_seq: 1 })));
    desk.socket().say(said(1, 'Please help'));
    desk.socket().say(said(2, 'Are you there?'));
    await settled();
    const texts = () => desk.client.view('conversation-1').messages.map(({ body }) => body.text);
    expect(texts()).toEqual(['Please help', 'Are you there?']);
    desk.client.read('conversation-1');
    await vi.advanceTimersByTimeAsync(5_000);
    expect([...desk.socket().of('received'), ...desk.socket().of('seen')]).toEqual([]);

    desk.socket().onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(60_000);
    desk.socket().welcome();
    await settled();
    expect(desk.socket().of('hello')).toMatchObject([{ positions: [] }]);
    expect(desk.socket().of('watch')).toMatchObject([{ topic: 'conversation:conversation-1', seq: 2 }]);
    desk.socket().say(said(3, 'Hello?'));
    await settled();
    expect(texts()).toHaveLength(3);
    stop();
    expect(desk.socket().of('unwatch')).toMatchObject([{ topic: 'conversation:conversation-1' }]);
  });

  it('brings its notes, also those that are begun meanwhile', async () => {
    let written: Conversation | undefined;
    const desk = await liveDeskWith({ conversation: async () => theirs(), notes: async () => written });
    await desk.client.open('conversation-1');
    const stop = desk.client.follow('conversation-1');
    written = notes;
    await vi.advanceTimersByTimeAsync(10_000);
    const watched = () =>
      desk
        .socket()
        .of('watch')
        .map(({ topic }) => topic);
    expect(watched()).toEqual(['conversation:conversation-1', 'conversation:notes-1']);
    desk.socket().say({
      type: 'message',
      ...message(1, '', { conversation: 'notes-1', body: { kind: 'note', text: 'Allergic', beside: 1 } }),
    } as ServerFrame);
    await settled();
    expect(desk.client.view('conversation-1').notes.map(({ body }) => body.text)).toEqual(['Allergic']);
    stop();
    expect(desk.socket().of('unwatch')).toHaveLength(2);
  });
});
