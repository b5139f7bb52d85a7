/** What stands on every screen: words for anything, the way around, the connection. */
import type { Texts } from '../en';

export const common: Texts['common'] = {
  back: 'Wstecz',
  tryAgain: 'Spróbuj jeszcze raz',
  loading: 'Wczytywanie…',
  loadingFailed: 'Nie udało się wczytać. Sprawdź połączenie i spróbuj jeszcze raz.',
  unreachable: 'Brak połączenia. Spróbuj jeszcze raz.',
  unreachableWaits: 'Brak połączenia. Gdy wróci, wszystko pójdzie dalej samo.',
  call: 'Zadzwoń:',
  steps: (step, all) => `Krok ${step} z ${all}`,
  unknownScreen: 'Nie ma takiej strony.',
  toStart: 'Na początek',
};

export const navigation: Texts['navigation'] = {
  label: 'Główne',
  event: 'Wydarzenie',
  history: 'Zgłoszenia',
  me: 'Ja',
  unread: 'Nowa wiadomość',
};

export const connection: Texts['connection'] = {
  offline: 'Brak połączenia. To, co piszesz, czeka tutaj i zostanie wysłane, gdy wróci.',
  back: 'Połączenie wróciło.',
  slow: 'Słabe połączenie. Wszystko działa, tylko wolniej.',
  replaced: 'Steward jest otwarty gdzie indziej. Ten ekran nie jest aktualny.',
  resume: 'Dalej tutaj',
  outdated: 'Steward został zaktualizowany.',
  reload: 'Wczytaj nową wersję',
  ended: 'Nastąpiło wylogowanie. To, co już widać, zostaje tutaj.',
  guestEnded: 'Czas gościa minął. To, co już widać, zostaje tutaj, a o pomoc możesz prosić jak dotąd.',
  signIn: 'Zaloguj się',
  notKept: {
    refused: 'Ta przeglądarka niczego nie zapisuje. Nie zamykaj tej strony, dopóki nie dostaniesz pomocy.',
    full: 'W tym telefonie nie ma już miejsca. Wszystko działa, ale nie zamykaj tej strony, dopóki nie dostaniesz pomocy.',
  },
};
