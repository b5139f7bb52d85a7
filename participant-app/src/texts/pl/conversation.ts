/** Talking with staff, and what was said before. */

import type { Texts } from '../en';
import { count } from './count';

export const conversation: Texts['conversation'] = {
  messages: 'Wiadomości',
  you: 'Ty',
  staff: 'Obsługa',
  write: 'Napisz wiadomość',
  send: 'Wyślij',
  typing: (name) => `${name} pisze…`,
  typingSomebody: 'Ktoś pisze…',
  progress: {
    waiting: 'Czeka na wysłanie',
    sent: 'Wysłano',
    delivered: 'Dostarczono',
    read: 'Przeczytano',
    refused: 'Nie wysłano',
  },
  refusals: {
    closed: 'Rozmowę zamknięto, zanim to dotarło.',
    forbidden: 'Tutaj nie możesz pisać.',
    not_found: 'Tej rozmowy już nie ma.',
    invalid: 'Tej wiadomości nie można tak wysłać.',
    too_large: 'Ten plik jest za duży.',
    quota: 'Wysłano już tyle plików, ile można w ciągu jednego dnia.',
    other: 'Obsługa nie mogła tego odebrać.',
  },
  replyTo: (text) => `Odpowiedz: ${text}`,
  noReply: 'Nie odpowiadaj na tę wiadomość',
  answers: 'Odpowiedź na',
  earlier: 'Wcześniejsza wiadomość',
  change: 'Zmień',
  retry: 'Wyślij jeszcze raz',
  discard: 'Usuń',
  notices: {
    organization_blocked: 'Pomoc na tym wydarzeniu jest zamknięta. Nikt już tu nie odpowie.',
  },
  noticeCall: (number) => `W nagłym wypadku zadzwoń pod ${number}`,
  missing: 'Wczytywanie wcześniejszych wiadomości…',
  newest: 'Niżej są nowe wiadomości',
  tooLong: (most) => `Za długie: najwyżej tyle znaków: ${most}.`,
};

export const history: Texts['history'] = {
  title: 'Moje zgłoszenia',
  none: 'Nie było jeszcze prośby o pomoc.',
  noneHint: 'Gdy poprosisz, znajdziesz tu wszystko, także bez połączenia.',
  open: 'Otwarte',
  earlier: 'Wcześniejsze',
  phases: {
    unsent: 'Jeszcze nie wysłane',
    waiting: 'Czeka',
    taken: 'W rozmowie',
    over: 'Zamknięte',
    cancelled: 'Anulowane',
    expired: 'Bez odpowiedzi',
    refused: 'Nie wysłane',
  },
  unread: (n) =>
    count(n, {
      one: 'nowa wiadomość',
      few: 'nowe wiadomości',
      many: 'nowych wiadomości',
      other: 'nowej wiadomości',
    }),
};
