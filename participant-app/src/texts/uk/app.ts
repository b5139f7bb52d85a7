/** What stands on every screen: words for anything, the way around, the connection. */
import type { Texts } from '../en';

export const common: Texts['common'] = {
  back: 'Назад',
  tryAgain: 'Спробувати ще раз',
  loading: 'Завантаження…',
  loadingFailed: 'Не вдалося завантажити. Перевірте з’єднання і спробуйте ще раз.',
  unreachable: 'Немає з’єднання. Спробуйте ще раз.',
  unreachableWaits: 'Немає з’єднання. Усе продовжиться само, щойно воно повернеться.',
  call: 'Подзвонити:',
  steps: (step, all) => `Крок ${step} з ${all}`,
  unknownScreen: 'Такої сторінки немає.',
  toStart: 'На початок',
};

export const navigation: Texts['navigation'] = {
  label: 'Головне',
  event: 'Подія',
  history: 'Запити',
  me: 'Я',
  unread: 'Нове повідомлення',
};

export const connection: Texts['connection'] = {
  offline: 'Немає з’єднання. Те, що ви пишете, зберігається і буде надіслане, щойно воно повернеться.',
  back: 'З’єднання повернулося.',
  slow: 'Слабке з’єднання. Усе працює, тільки повільніше.',
  replaced: 'Steward відкрито деінде. Цей екран не оновлюється.',
  resume: 'Продовжити тут',
  outdated: 'Steward оновлено.',
  reload: 'Завантажити нову версію',
  ended: 'Ваш сеанс завершено. Усе, що ви бачили, лишається тут.',
  guestEnded:
    'Ваш час як гостя минув. Усе, що ви бачили, лишається тут, і просити про допомогу можна як раніше.',
  signIn: 'Увійти',
  notKept: {
    refused: 'Цей браузер нічого не зберігає. Не закривайте цю сторінку, доки вам не допоможуть.',
    full: 'У цьому телефоні немає місця. Усе працює, але не закривайте цю сторінку, доки вам не допоможуть.',
  },
};
