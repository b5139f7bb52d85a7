import { describe, expect, it } from 'vitest';
import type { ConversationView } from '../src/desk/client/view';
import { viewOf } from '../src/desk/client/view';
import { Drafts } from '../src/desk/conversations/drafts';
import {
  continues,
  inDeskOrder,
  lastOf,
  stateOfEntry,
  stateOfMessage,
} from '../src/desk/conversations/rules';
import { firstUnread, unreadOf } from '../src/desk/conversations/unread';
import { at, conversation, ME, message, mine, THEM } from './samples';

const system = { sender: { id: THEM, kind: 'system' } } as const;

function view(part: Partial<ConversationView>): ConversationView {
  const base = viewOf(
    {
      id: 'conversation-1',
      state: conversation(),
      earlier: [],
      messages: [],
      head: 0,
      pending: [],
      notes: undefined,
      pendingNotes: [],
      incomplete: false,
      hasEarlier: false,
      loadingEarlier: false,
      typing: [],
      online: undefined,
    },
    ME,
  );
  return { ...base, ...part };
}

describe('what is unread', () => {
  it('counts what others said since I read or wrote, and nothing that happened by itself', () => {
    const log = [
      message(1, 'Hello'),
      message(2, 'Yes?', mine),
      message(3, 'taken', system),
      message(4, 'Help'),
    ];
    expect(unreadOf({ last_seq: 4, seen: {} }, log, ME)).toBe(1);
    expect(unreadOf({ last_seq: 4, seen: { [ME]: 4 } }, log, ME)).toBe(0);
    expect(firstUnread(log, 2, ME)).toBe(4);
  });

  it('counts what is known to exist before it has arrived', () => {
    expect(unreadOf({ last_seq: 7, seen: { [ME]: 4 } }, [message(4, 'Four')], ME)).toBe(3);
  });
});

describe('my conversations', () => {
  it('puts whoever waits longest for an answer first, then the latest', () => {
    const old = view({ id: 'old', unread: 1, messages: [message(1, 'a', { at: at(1) })] });
    const fresh = view({ id: 'fresh', unread: 1, messages: [message(1, 'b', { at: at(9) })] });
    const quiet = view({ id: 'quiet', messages: [message(1, 'c', { at: at(5) })] });
    const latest = view({ id: 'latest', messages: [message(1, 'd', { at: at(8) })] });
    const order = inDeskOrder([quiet, latest, fresh, old], ME).map(({ id }) => id);
    expect(order).toEqual(['old', 'fresh', 'latest', 'quiet']);
  });

  it('shows what was said last, and what is still on its way before that', () => {
    const messages = [message(1, 'Hello'), message(2, 'taken', system)];
    expect(lastOf({ messages, pending: [] }, ME)).toMatchObject({ body: { text: 'Hello' }, own: false });
    const entry = {
      client_id: 'x',
      conversation: 'conversation-1',
      body: { kind: 'text', text: 'On my way' } as const,
      written_at: at(5),
      order: 1,
    };
    expect(lastOf({ messages, pending: [entry] }, ME)).toMatchObject({
      body: { text: 'On my way' },
      own: true,
    });
    const stored = viewOf(
      {
        ...view({}),
        notes: undefined,
        earlier: [],
        messages: [message(3, 'On my way', { client_id: 'x' })],
        pending: [entry],
      },
      ME,
    );
    expect(stored.pending).toEqual([]);
  });
});

describe('how far a message came', () => {
  it('follows the marks of the person it is for', () => {
    const marks = (received: number, seen: number) =>
      conversation({ received: { [THEM]: received, [ME]: 9 }, seen: { [THEM]: seen, [ME]: 9 } });
    expect(stateOfMessage({ seq: 3 }, marks(2, 0))).toBe('sent');
    expect(stateOfMessage({ seq: 3 }, marks(3, 2))).toBe('received');
    expect(stateOfMessage({ seq: 3 }, marks(3, 3))).toBe('seen');
  });

  it('waits without a connection, and fails only when it was refused', () => {
    expect(stateOfEntry({}, false)).toBe('waiting');
    expect(stateOfEntry({}, true)).toBe('sending');
    expect(stateOfEntry({ refused: { code: 'closed' } }, true)).toBe('failed');
  });

  it('groups messages of one sender that follow each other', () => {
    expect(continues(message(1, 'a'), message(2, 'b'))).toBe(true);
    expect(continues(message(1, 'a'), message(2, 'b', mine))).toBe(false);
    expect(continues(message(1, 'a'), message(2, 'b', { at: at(400) }))).toBe(false);
  });
});

describe('drafts', () => {
  it('survive a reload, one for each conversation and member', () => {
    new Drafts(ME).write('c1', 'Half a sent');
    expect(new Drafts(ME).read('c1')).toBe('Half a sent');
    expect(new Drafts(ME).read('c2')).toBe('');
    expect(new Drafts(THEM).read('c1')).toBe('');
  });

  it('are forgotten when emptied, and after two weeks', () => {
    const drafts = new Drafts(ME, localStorage, () => 0);
    drafts.write('c1', 'Old');
    drafts.write('c2', 'Other');
    drafts.write('c2', '  ');
    expect(drafts.read('c2')).toBe('');
    const later = new Drafts(ME, localStorage, () => 15 * 24 * 60 * 60 * 1000);
    expect(later.read('c1')).toBe('');
  });
});
