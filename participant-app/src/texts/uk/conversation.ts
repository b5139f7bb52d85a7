/** Talking with staff, and what was said before. */

import type { Texts } from '../en';
import { count } from './count';

export const conversation: Texts['conversation'] = {
  messages: 'Повідомлення',
  you: 'Ви',
  staff: 'Персонал',
  write: 'Написати повідомлення',
  send: 'Надіслати',
  typing: (name) => `${name} пише…`,
  typingSomebody: 'Хтось пише…',
  progress: {
    waiting: 'Чекає на надсилання',
    sent: 'Надіслано',
    delivered: 'Доставлено',
    read: 'Прочитано',
    refused: 'Не надіслано',
  },
  refusals: {
    closed: 'Розмову закрили, перш ніж це надійшло.',
    forbidden: 'Тут ви не можете писати.',
    not_found: 'Цієї розмови вже немає.',
    invalid: 'Це повідомлення не можна так надіслати.',
    too_large: 'Цей файл завеликий.',
    quota: 'Ви надіслали стільки файлів, скільки можна за один день.',
    other: 'Персонал не зміг це отримати.',
  },
  replyTo: (text) => `Відповісти: ${text}`,
  noReply: 'Не відповідати на це повідомлення',
  answers: 'Відповідь на',
  earlier: 'Раніше повідомлення',
  change: 'Змінити',
  retry: 'Надіслати ще раз',
  discard: 'Видалити',
  notices: {
    organization_blocked: 'Допомогу на цій події закрито. Тут більше ніхто не відповість.',
  },
  noticeCall: (number) => `У разі небезпеки дзвоніть ${number}`,
  missing: 'Завантажуємо раніші повідомлення…',
  newest: 'Нові повідомлення нижче',
  tooLong: (most) => `Задовге: щонайбільше знаків: ${most}.`,
};

export const history: Texts['history'] = {
  title: 'Мої запити',
  none: 'Ви ще не просили про допомогу.',
  noneHint: 'Коли попросите, знайдете тут усе, також без з’єднання.',
  open: 'Відкриті',
  earlier: 'Раніші',
  phases: {
    unsent: 'Ще не надіслано',
    waiting: 'Чекає',
    taken: 'У розмові',
    over: 'Закрито',
    cancelled: 'Скасовано',
    expired: 'Без відповіді',
    refused: 'Не надіслано',
  },
  unread: (n) =>
    count(n, {
      one: 'нове повідомлення',
      few: 'нові повідомлення',
      many: 'нових повідомлень',
      other: 'нового повідомлення',
    }),
};
