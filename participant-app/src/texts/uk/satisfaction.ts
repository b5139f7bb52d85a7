/** How the help was, once it is over. */
import type { Texts } from '../en';

export const satisfaction: Texts['satisfaction'] = {
  question: 'Як вам допомогли?',
  ratings: { good: 'Добре', fair: 'Так собі', poor: 'Погано' },
  notNow: 'Не відповідати',
  thanks: 'Дякуємо. Команда це бачить.',
  waits: 'Дякуємо. Надішлеться, щойно буде з’єднання.',
  comment: 'Хочете щось додати?',
  commentHint: 'Це не обов’язково.',
  send: 'Додати',
};
