import type { ServerFrame } from '@steward/client-kit/live';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { keeper } from '../src/api/clients';
import { useConversation } from '../src/desk/client/hooks';
import { ConversationScreen } from '../src/desk/conversations/ConversationScreen';
import { isSilent, placesOf } from '../src/desk/places/places';
import { type FakeDesk, liveDesk, settled, show } from './fakes';
import { at, conversation, member, message, mine, request, T0, THEM } from './samples';
import { serve } from './server';

const HERE = { latitude: 53.5413, longitude: 9.9665, accuracy: 14 };
const located = (part = {}) => ({ person: THEM, ...HERE, at: T0, stopped_at: null, ...part });

function Desk() {
  const { state } = useConversation('conversation-1');
  return state && <ConversationScreen id="conversation-1" state={state} />;
}

async function open(...frames: ServerFrame[]): Promise<FakeDesk> {
  const desk = await liveDesk(...frames);
  show(<Desk />, { desk, path: '/desk/conversations/conversation-1' });
  await act(settled);
  return desk;
}

const state = (part = {}): ServerFrame =>
  ({ type: 'conversation', conversation: 'conversation-1', state: conversation(part) }) as ServerFrame;
const hear = (desk: FakeDesk, frame: ServerFrame) =>
  act(async () => {
    desk.socket().say(frame);
    await settled();
  });

beforeEach(() => {
  // Wide enough for the details beside the conversation.
  window.matchMedia = ((query: string) => ({
    matches: query.includes('min-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  })) as never;
  serve({});
  keeper.enter({ kind: 'member', member: member() } as never);
});

it('knows each place once, the newest first', () => {
  const words = message(1, 'Help', { location: HERE });
  const later = message(2, 'Here', { location: HERE });
  const staff = message(3, 'I am at the gate', { ...mine, location: HERE });
  const asked = request({ location: HERE });
  const sources = (places: ReturnType<typeof placesOf>) => places.map(({ source }) => source);
  expect(sources(placesOf(asked))).toEqual(['request']);
  expect(sources(placesOf(asked, conversation(), [words, later, staff]))).toEqual(['message', 'request']);
  const live = conversation({ located: located({ at: at(60) }) });
  expect(sources(placesOf(asked, live, [words, later]))).toEqual(['live', 'message', 'request']);
});

it('notices when somebody who shares where they are falls silent', () => {
  const [place] = placesOf(request(), conversation({ located: located() }));
  if (!place) throw new Error('There is no place.');
  expect(isSilent(place, Date.parse(at(60)))).toBe(false);
  expect(isSilent(place, Date.parse(at(120)))).toBe(true);
});

it('follows somebody on the map, and says when they stopped', async () => {
  const desk = await open(state({ located: located() }));
  expect(screen.getByText('Live, just now')).toBeTruthy();
  expect(screen.getByText('Accurate to about 14 m')).toBeTruthy();
  const moved = { ...HERE, latitude: 53.55, accuracy: 30, person: THEM, at: at(5) };
  await hear(desk, { type: 'located', conversation: 'conversation-1', ...moved } as ServerFrame);
  expect(screen.getByText('Accurate to about 30 m')).toBeTruthy();
  // What is older came late.
  await hear(desk, {
    type: 'located',
    conversation: 'conversation-1',
    ...moved,
    at: at(4),
    accuracy: 99,
  } as ServerFrame);
  expect(screen.getByText('Accurate to about 30 m')).toBeTruthy();
  await hear(desk, state({ version: 2, located: located({ stopped_at: at(10), at: at(5) }) }));
  expect(screen.getByText(/^Stopped sharing at/)).toBeTruthy();
});

it('shows the place of a message on the map, and the way back to the newest', async () => {
  const said = message(2, 'By the crane', { location: { ...HERE, accuracy: 77 } });
  await open(
    state({ last_seq: 2, located: located({ at: at(60) }) }),
    { type: 'message', ...message(1, 'Help') } as ServerFrame,
    { type: 'message', ...said } as ServerFrame,
  );
  const log = within(screen.getByRole('log', { name: 'Messages' }));
  await userEvent.click(log.getByRole('button', { name: 'Show on the map, accurate to about 77 m' }));
  expect(screen.getByText(/^Sent with a message at/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show the newest place' }));
  expect(screen.getByText('Live, just now')).toBeTruthy();
});

it('says at a closed conversation how the person found the help', async () => {
  const satisfaction = { rating: 'poor', comment: 'Nobody came', rated_at: T0 };
  const closed = request({ status: 'closed', outcome: 'resolved', satisfaction } as never);
  await open(state({ status: 'closed', closed_at: T0, request: closed }));
  expect(screen.getByText('Found the help bad')).toBeTruthy();
  expect(screen.getByText('Nobody came')).toBeTruthy();
});
