/** Coming to an event, and what stands there. */

import type { Texts } from '../en';
import { count } from './count';

export const join: Texts['join'] = {
  title: 'Допомога на вашій події',
  lead: 'Введіть код із плаката або квитка.',
  code: 'Код події',
  join: 'Приєднатися',
  looking: 'Шукаємо подію…',
  notFound: (code) => `Немає події з кодом ${code}. Погляньте на нього ще раз.`,
  tooShort: 'Код має шість літер і цифр.',
  scan: 'Сканувати код із плаката',
  browse: 'Знайти подію без коду',
  recent: 'Ваші події',
};

export const scan: Texts['scan'] = {
  title: 'Сканувати код',
  view: 'Що бачить камера',
  looking: 'Тримайте телефон над квадратом на плакаті.',
  foreign: 'Це не код події. Знайдіть код на плакаті Steward.',
  refused: 'Steward не може скористатися камерою. Введіть код.',
  type: 'Ввести код',
};

export const browse: Texts['browse'] = {
  title: 'Знайдіть свою подію',
  search: 'Назва або місце',
  when: 'Коли',
  days: { any: 'Будь-якого дня', today: 'Сьогодні', week: 'Наступні 7 днів' },
  none: 'Подію не знайдено.',
  noneHint: 'Спробуйте менше слів або інший день.',
  more: 'Показати більше',
  found: (n) =>
    count(n, {
      one: 'подію знайдено',
      few: 'події знайдено',
      many: 'подій знайдено',
      other: 'події знайдено',
    }),
  typeCode: 'У мене є код',
};

export const event: Texts['event'] = {
  help: 'ДОПОМОГА',
  helpHint: 'Попросіть персонал про допомогу',
  helpMore: 'Вони побачать це одразу і напишуть вам тут.',
  open: 'Ваш запит відкритий',
  toRequest: 'До мого запиту',
  emergency: 'Життя в небезпеці?',
  emergencyCall: (number) => `Дзвоніть ${number}`,
  where: 'Де ви?',
  nowhere: 'Не вказано',
  contacts: 'Кому подзвонити',
  about: 'Про цю подію',
  notFound: 'Цієї події вже немає.',
  ended: 'Ця подія закінчилася. У разі небезпеки дзвоніть за номером нижче.',
  over: 'Ця подія закінчилася. Можливо, тут ніхто не відповість: у разі небезпеки дзвоніть за номером нижче.',
  early: (from) => `Ця подія починається ${from}. До того тут, можливо, ніхто не відповість.`,
  other: 'Інша подія',
  by: (organization) => `Організатор: ${organization}`,
};

export const announcements: Texts['announcements'] = {
  title: 'Оголошення',
  one: 'Оголошення',
  none: 'Оголошень ще немає.',
  noneHint: 'Те, що організатори кажуть усім, є тут, також без з’єднання.',
  unread: (n) =>
    count(n, {
      one: 'нове оголошення',
      few: 'нові оголошення',
      many: 'нових оголошень',
      other: 'нового оголошення',
    }),
};
