/**
 * English, the language that every other one is measured by. Short words: they are read in fear, outdoors, on a
 * small screen. What takes a number or a name is a function, so that each language puts it where it belongs.
 */
import type { Category, Estimate, Question } from '../help-requests/model';

const plural = new Intl.PluralRules('en');
const count = (n: number, one: string, other: string) => `${n} ${plural.select(n) === 'one' ? one : other}`;

const categories: Record<Category, string> = {
  medical: 'Medical',
  security: 'Security',
  lost_person: 'Lost person',
  lost_property: 'Lost property',
  accessibility: 'Accessibility',
  other: 'Something else',
};

const categoryHints: Record<Category, string> = {
  medical: 'Somebody is hurt or ill',
  security: 'Threat, violence, theft',
  lost_person: 'A child or friend is missing',
  lost_property: 'Lost or found a thing',
  accessibility: 'Getting around, seating, quiet',
  other: 'Anything else',
};

const questions: Record<Question, string> = {
  unconscious: 'Is somebody unconscious?',
  bleeding: 'Is somebody bleeding badly?',
  breathing_trouble: 'Does somebody have trouble breathing?',
  danger_now: 'Is somebody in danger right now?',
  weapon: 'Is there a weapon?',
  injured: 'Is somebody injured?',
  child: 'Is it a child?',
  in_danger: 'Could they be in danger?',
  seen_recently: 'Were they seen in the last 15 minutes?',
  valuable: 'Is it valuable, or a key or a passport?',
  stolen: 'Was it stolen?',
  urgent: 'Do you need it within the hour?',
  stuck: 'Are you stuck where you are?',
  in_pain: 'Are you in pain?',
  alone: 'Are you alone?',
};

function estimate(about: Estimate): string {
  if (about.kind === 'minutes') return `About ${count(about.minutes, 'minute', 'minutes')}`;
  if (about.kind === 'moment') return 'Less than a minute';
  return about.kind === 'long' ? 'More than an hour' : 'We cannot say yet how long';
}

export const en = {
  app: 'Steward',

  common: {
    back: 'Back',
    tryAgain: 'Try again',
    loading: 'Loading…',
    loadingFailed: 'This could not be loaded. Check your connection and try again.',
    unreachable: 'No connection. Please try again.',
    unreachableWaits: 'No connection. This goes on by itself as soon as it is back.',
    call: 'Call',
    steps: (step: number, all: number) => `Step ${step} of ${all}`,
    unknownScreen: 'This page does not exist.',
    toStart: 'Go to the start',
  },

  navigation: { label: 'Main', event: 'Event', history: 'Requests', me: 'Me', unread: 'New message' },

  connection: {
    offline: 'No connection. What you write is kept and sent as soon as it is back.',
    back: 'Connected again.',
    slow: 'Weak connection. Everything works, only slower.',
    replaced: 'Steward is open elsewhere. This screen is not up to date.',
    resume: 'Go on here',
    outdated: 'Steward has been updated.',
    reload: 'Load the new version',
    ended: 'You were signed out. What you have seen stays here.',
    guestEnded:
      'Your time as a guest has ended. What you have seen stays here, and you can ask for help as before.',
    signIn: 'Sign in',
    notKept: {
      refused: 'This browser does not let Steward store anything. Keep this page open until you were helped.',
      full: 'There is no room left on this phone. Everything works, but keep this page open until you were helped.',
    },
  },

  join: {
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
  },

  scan: {
    title: 'Scan the code',
    view: 'What the camera sees',
    looking: 'Hold the phone over the square on a poster.',
    foreign: 'That is not a code of an event. Look for the one on a poster of Steward.',
    refused: 'Steward cannot use the camera. Type the code instead.',
    type: 'Type the code',
  },

  browse: {
    title: 'Find your event',
    search: 'Name or place',
    when: 'When',
    days: { any: 'Any day', today: 'Today', week: 'Next 7 days' },
    none: 'No event was found.',
    noneHint: 'Try fewer words, or another day.',
    more: 'Show more',
    found: (n: number) => count(n, 'event found', 'events found'),
    typeCode: 'I have a code',
  },

  event: {
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
    ended: 'This event is over.',
    other: 'Another event',
    by: (organization: string) => `By ${organization}`,
  },

  ask: {
    category: 'What kind of help do you need?',
    categories,
    categoryHints,
    questions,
    answers: { yes: 'Yes', no: 'No', unknown: 'Not sure' },
    words: 'What is happening?',
    wordsHint: 'A few words are enough. You can write more later.',
    wordsLabel: 'In your own words',
    location: 'Send my location',
    locationFinding: 'Finding your location…',
    locationFound: (metres: number) => `Location added, within ${count(metres, 'metre', 'metres')}`,
    locationRemove: 'Remove location',
    locationRefused: 'Your phone did not give a location. Describe where you are.',
    share: 'Staff may see my',
    shareName: 'name',
    sharePhone: 'phone number',
    shareEmail: 'e-mail address',
    yourName: 'Your name',
    yourPhone: 'Your phone number',
    anonymous: 'Nothing is shared unless you choose it.',
    send: 'Ask for help',
    sending: 'Sending…',
    urgent: (number: string) => `If a life is in danger, call ${number} too.`,
    tooLong: (most: number) => `That is too long. Please keep it under ${most} characters.`,
  },

  request: {
    title: (category: Category) => categories[category],
    unknownTitle: 'Help',
    unsent: 'Waiting for a connection',
    unsentHint: 'Your request is kept on this phone and sent by itself as soon as there is a connection.',
    sending: 'Sending your request…',
    placeShort: (place: number) => `Place ${place} in the queue`,
    placeIs: (place: number) => `You are number ${place} in the queue.`,
    next: 'You are next',
    soon: 'Somebody will be with you soon.',
    nobody: 'Nobody is free right now. Your place is kept.',
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
  },

  conversation: {
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
      other: 'The staff could not receive this.',
    },
    retry: 'Send again',
    discard: 'Delete',
    located: 'With location',
    notices: {
      organization_blocked: 'The help desk of this event is closed. Nobody can answer here any more.',
    },
    noticeCall: (number: string) => `In an emergency call ${number}`,
    missing: 'Loading earlier messages…',
    newest: 'New messages below',
    tooLong: (most: number) => `Too long: at most ${most} characters.`,
  },

  history: {
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
  },

  me: {
    title: 'Me',
    guest: 'You are here as a guest.',
    guestHint: 'Only this phone knows your requests. Register to find them on another phone, too.',
    nobody: 'You have not told us anything about you. You do not have to.',
    registered: (email: string) => `Signed in as ${email}`,
    name: 'Name',
    nameHint: 'What staff should call you',
    phone: 'Phone number',
    phoneHint: 'Only shown to staff when you choose it',
    save: 'Save',
    saved: 'Saved',
    savedLater: 'Kept here, and sent when there is a connection.',
    register: 'Register',
    signIn: 'I am registered already',
    signOut: 'Sign out',
    signOutTitle: 'Sign out on this phone?',
    signOutText: 'Everything is deleted on this phone. You find your requests again when you sign in.',
    forget: 'Delete everything on this phone',
    forgetTitle: 'Delete everything on this phone?',
    forgetText: 'As a guest you cannot come back to your requests after this, not even to an open one.',
    leaving: 'Deleting…',
    stay: 'No, stay',
    openWarning: 'A request is still open.',
    install: 'On your home screen',
    installHint: 'Steward opens from there like any app, also without a connection.',
    installNow: 'Add to home screen',
    look: 'Appearance',
    looks: { system: 'As the phone', light: 'Light', dark: 'Dark' },
    text: 'Text size',
    texts: { normal: 'Normal', large: 'Large', largest: 'Largest' },
    storage: 'Stored on this phone',
    storageKept: 'What you see and write is kept on this phone and works without a connection.',
    storageMemory: {
      refused: 'This browser stores nothing. What you see and write is lost when you close this page.',
      full: 'There is no room left. What is new is lost when you close this page. Delete something else from the phone, then open Steward again.',
    },
  },

  register: {
    title: 'Register',
    lead: 'You keep everything, and can sign in on another phone.',
    email: 'E-mail address',
    password: 'Password',
    passwordHint: 'At least 8 characters',
    name: 'Name',
    show: 'Show password',
    register: 'Register',
    working: 'Registering…',
    have: 'I am registered already',
    emailTaken: 'Somebody registered with this address already. Sign in instead?',
  },

  signIn: {
    title: 'Sign in',
    lead: 'With the e-mail address and password you registered with.',
    signIn: 'Sign in',
    working: 'Signing in…',
    wrong: 'The e-mail address or the password is wrong.',
    guestOpen:
      'As a guest you have a request open on this phone. It leaves this phone when you sign in. Register instead to keep it.',
    guest: 'Your requests as a guest leave this phone when you sign in. Register instead to keep them.',
    register: 'Register instead',
  },
};

/** What every language has to say. */
export type Texts = typeof en;
