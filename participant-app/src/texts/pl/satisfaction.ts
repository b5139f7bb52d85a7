/** How the help was, once it is over. */
import type { Texts } from '../en';

export const satisfaction: Texts['satisfaction'] = {
  question: 'Jak oceniasz pomoc?',
  ratings: { good: 'Dobrze', fair: 'Średnio', poor: 'Źle' },
  notNow: 'Nie odpowiadaj',
  thanks: 'Dziękujemy. Zespół to widzi.',
  waits: 'Dziękujemy. Zostanie wysłane, gdy tylko będzie połączenie.',
  comment: 'Chcesz coś dodać?',
  commentHint: 'Nie musisz.',
  send: 'Dodaj',
};
