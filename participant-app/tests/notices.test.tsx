import { afterEach, expect, test } from 'vitest';
import { Phone } from './support/phone';
import { control, leave, show, words } from './support/screens';
import { until } from './support/until';
import { EVENT, Venue } from './support/venue';

const ID = 'conversation-1';
const blocked = (emergency_number: string | null) => ({
  kind: 'notice' as const,
  notice: 'organization_blocked' as const,
  emergency_number,
  text: 'English from the server',
});
afterEach(leave);

/** Somebody waits for help, and this is said to them by Steward itself. */
async function told(body: Parameters<Venue['say']>[1]) {
  const venue = new Venue();
  const tab = await new Phone(venue).open();
  await tab.app.events.join(EVENT as never);
  const { key } = await tab.app.requests.ask({ event: EVENT.id, category: 'other', text: 'Hello' });
  await until(() => expect(tab.app.link.state.phase).toBe('live'));
  show(tab, `/app/requests/${key}`);
  await until(() => expect(words()).toContain('You are next'));
  venue.say(ID, body, 'system');
  return tab;
}

test('that the help desk is closed is said in the language of the person, with the number to call', async () => {
  const tab = await told(blocked('+49 40 911'));
  await until(() => expect(words()).toContain('The help desk of this event is closed.'));
  expect(words()).not.toContain('English from the server');
  expect(control('In an emergency call +49 40 911').getAttribute('href')).toBe('tel:+4940911');
  show(tab, '/app/history');
  await until(() => expect(words()).toContain('The help desk of this event is closed.'));
});

test('where nobody is named, the number is the one that works everywhere', async () => {
  await told(blocked(null));
  await until(() => expect(control('In an emergency call 112').getAttribute('href')).toBe('tel:112'));
});

test('a notice that this app does not know yet is said as the server says it', async () => {
  await told({ ...blocked('112'), notice: 'from_the_future' as never });
  await until(() => expect(words()).toContain('English from the server'));
});
