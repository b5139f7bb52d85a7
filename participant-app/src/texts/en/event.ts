/** Coming to an event, and what stands there. */
import { count } from './count';

export const join = {
  title: 'Get help at your event',
  lead: 'Type the code from a poster or your ticket.',
  code: 'Event code',
  join: 'Join',
  looking: 'Looking for the event…',
  notFound: (code: string) => `There is no event with the code ${code}. Look at it again.`,
  tooShort: 'A code has six letters and numbers.',
  scan: 'Scan the code of a poster',
  browse: 'Find an event without a code',
  recent: 'Your events',
};

export const scan = {
  title: 'Scan the code',
  view: 'What the camera sees',
  looking: 'Hold the phone over the square on a poster.',
  foreign: 'That is not a code of an event. Look for the one on a poster of Steward.',
  refused: 'Steward cannot use the camera. Type the code instead.',
  type: 'Type the code',
};

export const browse = {
  title: 'Find your event',
  search: 'Name or place',
  when: 'When',
  days: { any: 'Any day', today: 'Today', week: 'Next 7 days' },
  none: 'No event was found.',
  noneHint: 'Try fewer words, or another day.',
  more: 'Show more',
  found: (n: number) => count(n, 'event found', 'events found'),
  typeCode: 'I have a code',
};

export const event = {
  help: 'HELP',
  helpHint: 'Ask the staff for help',
  helpMore: 'They see it at once and write to you here.',
  open: 'Your request is open',
  toRequest: 'Go to my request',
  emergency: 'Life in danger?',
  emergencyCall: (number: string) => `Call ${number}`,
  where: 'Where are you?',
  nowhere: 'Not set',
  contacts: 'People to call',
  about: 'About this event',
  notFound: 'This event does not exist any more.',
  ended: 'This event is over. In an emergency call the number below.',
  over: 'This event is over. Perhaps nobody answers here: in an emergency call the number below.',
  early: (from: string) => `This event begins ${from}. Before that perhaps nobody answers here.`,
  other: 'Another event',
  by: (organization: string) => `By ${organization}`,
};

export const announcements = {
  title: 'Announcements',
  one: 'Announcement',
  none: 'Nothing was announced yet.',
  noneHint: 'What the organizers say to everybody stands here, also without a connection.',
  unread: (n: number) => count(n, 'new announcement', 'new announcements'),
};
