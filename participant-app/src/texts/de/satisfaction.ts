/** How the help was, once it is over. */
import type { Texts } from '../en';

export const satisfaction: Texts['satisfaction'] = {
  question: 'Wie war die Hilfe?',
  ratings: { good: 'Gut', fair: 'Geht so', poor: 'Schlecht' },
  notNow: 'Nicht antworten',
  thanks: 'Danke. Das Team sieht das.',
  waits: 'Danke. Es wird gesendet, sobald es eine Verbindung gibt.',
  comment: 'Möchtest du etwas dazu sagen?',
  commentHint: 'Das musst du nicht.',
  send: 'Hinzufügen',
};
