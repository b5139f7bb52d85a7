/** What stands on every screen: words for anything, the way around, the connection. */

export const common = {
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
};

export const navigation = {
  label: 'Main',
  event: 'Event',
  history: 'Requests',
  me: 'Me',
  unread: 'New message',
};

export const connection = {
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
};
