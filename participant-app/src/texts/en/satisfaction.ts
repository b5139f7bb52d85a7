/** How the help was, once it is over. */

export const satisfaction = {
  question: 'How was the help?',
  ratings: { good: 'Good', fair: 'So-so', poor: 'Bad' },
  notNow: 'Do not answer',
  thanks: 'Thank you. The team sees this.',
  waits: 'Thank you. It is sent as soon as there is a connection.',
  comment: 'Do you want to add something?',
  commentHint: 'You do not have to.',
  send: 'Add',
};
