/** Where a call for help stands, from the queue to its end. */
import type { Category, Estimate } from '../../help-requests/model';
import { categories } from './ask';
import { count } from './count';

function estimate(about: Estimate): string {
  if (about.kind === 'minutes') return `About ${count(about.minutes, 'minute', 'minutes')}`;
  if (about.kind === 'moment') return 'Less than a minute';
  return about.kind === 'long' ? 'More than an hour' : 'We cannot say yet how long';
}

export const request = {
  title: (category: Category) => categories[category],
  unknownTitle: 'Help',
  unsent: 'Waiting for a connection',
  unsentHint: 'Your request is kept on this phone and sent by itself as soon as there is a connection.',
  sending: 'Sending your request…',
  placeShort: (place: number) => `Place ${place} in the queue`,
  placeIs: (place: number) => `You are number ${place} in the queue.`,
  next: 'You are next',
  soon: 'Somebody will be with you soon.',
  nobody: 'Nobody is on duty right now. Your place is kept.',
  eventOver: 'This event is over.',
  eventClosed: 'The help desk of this event is closed. Nobody can answer here any more.',
  stillNeeded: 'Do you still need help?',
  stillNeededHint: 'Either way nobody is angry. Your place is kept until you say no.',
  stillNeededYes: 'Yes, I still do',
  stillNeededNo: 'No, cancel it',
  advice: 'Until somebody comes',
  adviceFor: {
    medical: [
      'Stay with the person and speak to them. Keep them warm.',
      'If they do not answer but breathe, turn them on their side.',
      'If they do not breathe, call the emergency number now and press hard and fast on the middle of the chest.',
      'Press something clean firmly on a wound that bleeds.',
    ],
    security: [
      'Go away from the danger if you can, towards people and light.',
      'Do not argue, do not chase anybody.',
      'Remember what they look like and where they go. Write it here.',
    ],
    lost_person: [
      'Stay where you were last together; most people come back there.',
      'Write here: age, clothes, hair, name, and where you last saw them.',
      'If you have a picture of today, keep it ready.',
    ],
    lost_property: [
      'Go back in your mind to where you last used it. Write that here.',
      'Have a phone or card locked if yours is gone.',
    ],
    accessibility: [
      'Stay where you are if it is safe. Staff come to you.',
      'Write what you need: a lift, a seat, a quiet place, an arm.',
    ],
    other: ['Stay where you are if it is safe.', 'Write more here: staff read it before they answer.'],
  } satisfies Record<Category, readonly string[]> as Record<Category, readonly string[]>,
  estimate,
  waitingHint: 'Keep Steward open or look in again. You can write more below.',
  lastKnown: 'As far as known before the connection was lost.',
  with: (name: string) => `${name} is here for you`,
  withSomebody: 'Somebody is here for you',
  cancel: 'Cancel my request',
  cancelTitle: 'Cancel your request?',
  cancelText: 'You lose your place in the queue, and nobody will come.',
  cancelConfirm: 'Yes, cancel it',
  cancelKeep: 'No, keep it',
  cancelled: 'You cancelled this request.',
  cancelledUnsent: 'It is cancelled as soon as there is a connection.',
  expired: 'This request was not answered and has ended.',
  refused: 'Your request could not be taken.',
  askAgain: 'Try again',
  change: 'Change it first',
  over: 'This conversation is closed.',
  reopened: 'This conversation is open again: write below if you still need something.',
  outcomes: {
    resolved: 'Your problem was solved.',
    referred: 'Others are taking care of it.',
    unreachable: 'You could not be reached.',
    false_alarm: 'It was a false alarm.',
    organization_blocked: 'The help desk of this event is closed. In an emergency call the number above.',
    other: 'The staff closed it.',
  },
  again: 'Ask for help again',
  notFound: 'This request is not on this phone.',
};
