import { afterEach, beforeEach, expect, test } from 'vitest';
import { Phone } from './support/phone';
import { leave, observed, show, tap, type, words } from './support/screens';
import { until } from './support/until';
import { EVENT, Venue } from './support/venue';

const ID = 'conversation-1';
const HEIGHT = 2_000;
let venue: Venue;

beforeEach(() => {
  venue = new Venue();
});
afterEach(leave);

const scroller = () => document.querySelector('main') as HTMLElement;

/** happy-dom draws nothing: this conversation is said to be higher than the screen. */
function drawn(): void {
  Object.defineProperties(scroller(), {
    scrollHeight: { value: HEIGHT },
    clientHeight: { value: 500 },
  });
}

function scrollTo(top: number): void {
  scroller().scrollTop = top;
  scroller().dispatchEvent(new Event('scroll'));
}

async function reading() {
  const tab = await new Phone(venue).open();
  await tab.app.events.join(EVENT as never);
  const { key } = await tab.app.requests.ask({ event: EVENT.id, category: 'other', text: 'Hello' });
  await until(() => expect(tab.app.link.state.phase).toBe('live'));
  show(tab, `/app/requests/${key}`);
  await until(() => expect(words()).toContain('You are next'));
  // From here on the conversation follows its reader.
  await until(() => expect(observed).toContain(scroller()));
  drawn();
}

test('whoever reads the end stays there', async () => {
  await reading();
  scrollTo(HEIGHT - 500);
  venue.say(ID, 'On our way');
  await until(() => expect(words()).toContain('On our way'));
  await until(() => expect(scroller().scrollTop).toBe(HEIGHT));
  expect(words()).not.toContain('New messages below');
});

test('whoever reads further up is told that something new came, and is left there', async () => {
  await reading();
  scrollTo(0);
  venue.say(ID, 'On our way');
  await until(() => expect(words()).toContain('New messages below'));
  expect(scroller().scrollTop).toBe(0);
  await tap('New messages below');
  expect(scroller().scrollTop).toBe(HEIGHT);
});

test('whoever writes sees their words, wherever they were reading', async () => {
  await reading();
  scrollTo(0);
  await type('Write a message', 'By the pier');
  await tap('Send');
  await until(() => expect(words()).toContain('By the pier'));
  await until(() => expect(scroller().scrollTop).toBe(HEIGHT));
  expect(words()).not.toContain('New messages below');
});
