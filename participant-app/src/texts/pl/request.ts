/** Where a call for help stands, from the queue to its end. */
import type { Estimate } from '../../help-requests/model';
import type { Texts } from '../en';
import { categories } from './ask';
import { count } from './count';

function estimate(about: Estimate): string {
  if (about.kind === 'minutes')
    return `Około ${count(about.minutes, { one: 'minuty', few: 'minut', many: 'minut', other: 'minuty' })}`;
  if (about.kind === 'moment') return 'Mniej niż minuta';
  return about.kind === 'long' ? 'Ponad godzina' : 'Jeszcze nie wiemy, jak długo';
}

export const request: Texts['request'] = {
  title: (category) => categories[category],
  unknownTitle: 'Pomoc',
  unsent: 'Czeka na połączenie',
  unsentHint: 'Zgłoszenie jest w tym telefonie i wyśle się samo, gdy tylko będzie połączenie.',
  sending: 'Wysyłanie zgłoszenia…',
  placeShort: (place) => `Miejsce ${place} w kolejce`,
  placeIs: (place) => `Twoje miejsce w kolejce: ${place}.`,
  next: 'Teraz twoja kolej',
  soon: 'Zaraz ktoś się tobą zajmie.',
  nobody: 'Teraz nikt nie ma dyżuru. Twoje miejsce czeka.',
  eventOver: 'To wydarzenie się skończyło.',
  eventClosed: 'Pomoc na tym wydarzeniu jest zamknięta. Nikt już tu nie odpowie.',
  stillNeeded: 'Czy nadal potrzebujesz pomocy?',
  stillNeededHint: 'Obie odpowiedzi są w porządku. Miejsce czeka, dopóki nie powiesz nie.',
  stillNeededYes: 'Tak, nadal',
  stillNeededNo: 'Nie, anuluj',
  advice: 'Zanim ktoś przyjdzie',
  adviceFor: {
    medical: [
      'Zostań przy tej osobie i mów do niej. Niech nie marznie.',
      'Jeśli nie odpowiada, ale oddycha, obróć ją na bok.',
      'Jeśli nie oddycha, zadzwoń od razu pod numer alarmowy i uciskaj mocno i szybko środek klatki piersiowej.',
      'Krwawiącą ranę mocno uciskaj czymś czystym.',
    ],
    security: [
      'Odejdź od zagrożenia, jeśli możesz: do ludzi i do światła.',
      'Nie kłóć się, nikogo nie goń.',
      'Zapamiętaj, jak wyglądają i dokąd idą. Napisz to tutaj.',
    ],
    lost_person: [
      'Zostań tam, gdzie ostatnio byliście razem; większość tam wraca.',
      'Napisz tutaj: wiek, ubranie, włosy, imię i gdzie ostatnio tę osobę widziano.',
      'Jeśli masz dzisiejsze zdjęcie, miej je pod ręką.',
    ],
    lost_property: [
      'Przypomnij sobie, gdzie ostatnio tego używano. Napisz to tutaj.',
      'Zablokuj telefon lub kartę, jeśli zginęły.',
    ],
    accessibility: [
      'Zostań tam, gdzie jesteś, jeśli jest bezpiecznie. Obsługa przyjdzie do ciebie.',
      'Napisz, czego potrzebujesz: winda, miejsce do siedzenia, spokój, czyjeś ramię.',
    ],
    other: [
      'Zostań tam, gdzie jesteś, jeśli jest bezpiecznie.',
      'Napisz tutaj więcej: obsługa czyta to, zanim odpowie.',
    ],
  },
  estimate,
  waitingHint: 'Zostaw Stewarda otwartego albo zajrzyj znowu. Niżej możesz napisać więcej.',
  lastKnown: 'Stan sprzed utraty połączenia.',
  with: (name) => `Pomaga ci ${name}`,
  withSomebody: 'Ktoś ci pomaga',
  cancel: 'Anuluj zgłoszenie',
  cancelTitle: 'Anulować zgłoszenie?',
  cancelText: 'Stracisz miejsce w kolejce i nikt nie przyjdzie.',
  cancelConfirm: 'Tak, anuluj',
  cancelKeep: 'Nie, zostaw',
  cancelled: 'To zgłoszenie zostało przez ciebie anulowane.',
  cancelledUnsent: 'Zostanie anulowane, gdy będzie połączenie.',
  expired: 'Na to zgłoszenie nikt nie odpowiedział i wygasło.',
  refused: 'Zgłoszenia nie udało się przyjąć.',
  askAgain: 'Spróbuj jeszcze raz',
  change: 'Najpierw zmień',
  over: 'Ta rozmowa jest zamknięta.',
  reopened: 'Ta rozmowa jest znów otwarta: napisz poniżej, jeśli nadal czegoś potrzebujesz.',
  outcomes: {
    resolved: 'Twój problem został rozwiązany.',
    referred: 'Zajmują się tym inni.',
    unreachable: 'Nie udało się z tobą skontaktować.',
    false_alarm: 'To był fałszywy alarm.',
    organization_blocked:
      'Pomoc na tym wydarzeniu jest zamknięta. W nagłym wypadku zadzwoń pod numer powyżej.',
    other: 'Obsługa ją zamknęła.',
  },
  again: 'Poproś o pomoc jeszcze raz',
  notFound: 'Tego zgłoszenia nie ma w tym telefonie.',
};
