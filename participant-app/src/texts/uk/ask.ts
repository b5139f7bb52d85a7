/** Asking for help: categories, questions, words. */
import type { Category, Question } from '../../help-requests/model';
import type { Texts } from '../en';

export const categories: Record<Category, string> = {
  medical: 'Медична допомога',
  security: 'Безпека',
  lost_person: 'Зникла людина',
  lost_property: 'Загублена річ',
  accessibility: 'Доступність',
  other: 'Щось інше',
};

const categoryHints: Record<Category, string> = {
  medical: 'Хтось поранений або хворий',
  security: 'Погроза, насильство, крадіжка',
  lost_person: 'Немає дитини або близької людини',
  lost_property: 'Річ загублена або знайдена',
  accessibility: 'Пересування, місце, спокій',
  other: 'Усе інше',
};

const questions: Record<Question, string> = {
  unconscious: 'Хтось непритомний?',
  bleeding: 'У когось сильна кровотеча?',
  breathing_trouble: 'Комусь важко дихати?',
  danger_now: 'Хтось зараз у небезпеці?',
  weapon: 'Там є зброя?',
  injured: 'Хтось поранений?',
  child: 'Це дитина?',
  in_danger: 'Чи може ця людина бути в небезпеці?',
  seen_recently: 'Чи бачили її за останні 15 хвилин?',
  valuable: 'Це щось цінне, ключ або паспорт?',
  stolen: 'Це вкрали?',
  urgent: 'Чи потрібно це вам протягом години?',
  stuck: 'Ви не можете звідти вибратися?',
  in_pain: 'Вам щось болить?',
  alone: 'Чи немає нікого поруч із вами?',
};

export const ask: Texts['ask'] = {
  category: 'Яка допомога вам потрібна?',
  categories,
  categoryHints,
  questions,
  answers: { yes: 'Так', no: 'Ні', unknown: 'Не знаю' },
  words: 'Що сталося?',
  wordsHint: 'Достатньо кількох слів. Пізніше можна написати більше.',
  wordsLabel: 'Своїми словами',
  about: 'Додатково',
  circumstances: {
    for_someone_else: 'Я прошу за іншу людину',
    silent: 'Мене не мають помітити: темний екран і запитання на «так» або «ні»',
  },
  share: 'Персонал може бачити',
  shareName: 'моє ім’я',
  sharePhone: 'мій номер телефону',
  shareEmail: 'мою електронну адресу',
  yourName: 'Ваше ім’я',
  yourPhone: 'Ваш номер телефону',
  anonymous: 'Нічого не показується без вашого вибору.',
  send: 'Попросити про допомогу',
  sending: 'Надсилаємо…',
  urgent: (number) => `Якщо життя в небезпеці, дзвоніть також ${number}.`,
  tooLong: (most) => `Це задовге. Щонайбільше знаків: ${most}.`,
};
