/** Coming to an event, and what stands there. */

import type { Texts } from '../en';
import { count } from './count';

export const join: Texts['join'] = {
  title: 'Pomoc na twoim wydarzeniu',
  lead: 'Wpisz kod z plakatu lub biletu.',
  code: 'Kod wydarzenia',
  join: 'Dołącz',
  looking: 'Szukam wydarzenia…',
  notFound: (code) => `Nie ma wydarzenia z kodem ${code}. Sprawdź go jeszcze raz.`,
  tooShort: 'Kod ma sześć liter i cyfr.',
  scan: 'Zeskanuj kod z plakatu',
  browse: 'Znajdź wydarzenie bez kodu',
  recent: 'Twoje wydarzenia',
};

export const scan: Texts['scan'] = {
  title: 'Zeskanuj kod',
  view: 'Obraz z aparatu',
  looking: 'Trzymaj telefon nad kwadratem na plakacie.',
  foreign: 'To nie jest kod wydarzenia. Poszukaj kodu na plakacie Stewarda.',
  refused: 'Steward nie może użyć aparatu. Wpisz kod.',
  type: 'Wpisz kod',
};

export const browse: Texts['browse'] = {
  title: 'Znajdź swoje wydarzenie',
  search: 'Nazwa lub miejsce',
  when: 'Kiedy',
  days: { any: 'Dowolny dzień', today: 'Dzisiaj', week: 'Następne 7 dni' },
  none: 'Nie znaleziono wydarzenia.',
  noneHint: 'Spróbuj mniej słów albo innego dnia.',
  more: 'Pokaż więcej',
  found: (n) =>
    count(n, {
      one: 'znalezione wydarzenie',
      few: 'znalezione wydarzenia',
      many: 'znalezionych wydarzeń',
      other: 'znalezionego wydarzenia',
    }),
  typeCode: 'Mam kod',
};

export const event: Texts['event'] = {
  help: 'POMOC',
  helpHint: 'Poproś obsługę o pomoc',
  helpMore: 'Zobaczy to od razu i napisze do ciebie tutaj.',
  open: 'Twoje zgłoszenie jest otwarte',
  toRequest: 'Do mojego zgłoszenia',
  emergency: 'Życie w niebezpieczeństwie?',
  emergencyCall: (number) => `Zadzwoń ${number}`,
  where: 'Gdzie jesteś?',
  nowhere: 'Nie podano',
  contacts: 'Do kogo zadzwonić',
  about: 'O wydarzeniu',
  notFound: 'Tego wydarzenia już nie ma.',
  ended: 'To wydarzenie się skończyło. W nagłym wypadku zadzwoń pod numer poniżej.',
  over: 'To wydarzenie się skończyło. Może nikt tu nie odpowie: w nagłym wypadku zadzwoń pod numer poniżej.',
  early: (from) => `To wydarzenie zaczyna się ${from}. Wcześniej może nikt tu nie odpowie.`,
  other: 'Inne wydarzenie',
  by: (organization) => `Organizator: ${organization}`,
};

export const announcements: Texts['announcements'] = {
  title: 'Ogłoszenia',
  one: 'Ogłoszenie',
  none: 'Nie ma jeszcze ogłoszeń.',
  noneHint: 'To, co organizatorzy mówią wszystkim, jest tutaj, także bez połączenia.',
  unread: (n) =>
    count(n, {
      one: 'nowe ogłoszenie',
      few: 'nowe ogłoszenia',
      many: 'nowych ogłoszeń',
      other: 'nowego ogłoszenia',
    }),
};
