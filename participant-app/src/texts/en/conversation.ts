/** Talking with staff, and what was said before. */
import { count } from './count';

export const conversation = {
  messages: 'Messages',
  you: 'You',
  staff: 'Staff',
  write: 'Write a message',
  send: 'Send',
  typing: (name: string) => `${name} is writing…`,
  typingSomebody: 'Somebody is writing…',
  progress: {
    waiting: 'Waiting to be sent',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    refused: 'Not sent',
  },
  refusals: {
    closed: 'The conversation was closed before this arrived.',
    forbidden: 'You cannot write here.',
    not_found: 'This conversation does not exist any more.',
    invalid: 'This message cannot be sent as it is.',
    too_large: 'This file is too large.',
    quota: 'You have sent as many files as is possible in a day.',
    other: 'The staff could not receive this.',
  },
  replyTo: (text: string) => `Answer: ${text}`,
  noReply: 'Do not answer this message',
  answers: 'Answers',
  earlier: 'An earlier message',
  change: 'Change',
  retry: 'Send again',
  discard: 'Delete',
  notices: {
    organization_blocked: 'The help desk of this event is closed. Nobody can answer here any more.',
  },
  noticeCall: (number: string) => `In an emergency call ${number}`,
  missing: 'Loading earlier messages…',
  newest: 'New messages below',
  tooLong: (most: number) => `Too long: at most ${most} characters.`,
};

export const history = {
  title: 'My requests',
  none: 'You have not asked for help yet.',
  noneHint: 'When you do, you find everything here again, also without a connection.',
  open: 'Open',
  earlier: 'Earlier',
  phases: {
    unsent: 'Not sent yet',
    waiting: 'Waiting',
    taken: 'In conversation',
    over: 'Closed',
    cancelled: 'Cancelled',
    expired: 'Not answered',
    refused: 'Not sent',
  },
  unread: (n: number) => count(n, 'new message', 'new messages'),
};
