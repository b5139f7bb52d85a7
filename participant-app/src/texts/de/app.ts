/** What stands on every screen: words for anything, the way around, the connection. */
import type { Texts } from '../en';

export const common: Texts['common'] = {
  back: 'Zurück',
  tryAgain: 'Noch einmal versuchen',
  loading: 'Wird geladen…',
  loadingFailed: 'Das konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal.',
  unreachable: 'Keine Verbindung. Bitte versuche es noch einmal.',
  unreachableWaits: 'Keine Verbindung. Es geht von selbst weiter, sobald sie wieder da ist.',
  call: 'Anrufen:',
  steps: (step, all) => `Schritt ${step} von ${all}`,
  unknownScreen: 'Diese Seite gibt es nicht.',
  toStart: 'Zum Anfang',
};

export const navigation: Texts['navigation'] = {
  label: 'Hauptmenü',
  event: 'Veranstaltung',
  history: 'Anfragen',
  me: 'Ich',
  unread: 'Neue Nachricht',
};

export const connection: Texts['connection'] = {
  offline: 'Keine Verbindung. Was du schreibst, bleibt hier und geht los, sobald sie wieder da ist.',
  back: 'Wieder verbunden.',
  slow: 'Schwache Verbindung. Alles geht, nur langsamer.',
  replaced: 'Steward ist woanders offen. Dieser Bildschirm ist nicht aktuell.',
  resume: 'Hier weitermachen',
  outdated: 'Steward wurde erneuert.',
  reload: 'Neue Version laden',
  ended: 'Du wurdest abgemeldet. Was du gesehen hast, bleibt hier.',
  guestEnded:
    'Deine Zeit als Gast ist vorbei. Was du gesehen hast, bleibt hier, und du kannst wie bisher um Hilfe bitten.',
  signIn: 'Anmelden',
  notKept: {
    refused: 'Dieser Browser speichert nichts. Lass diese Seite offen, bis dir geholfen wurde.',
    full: 'Auf diesem Handy ist kein Platz mehr. Alles geht, aber lass diese Seite offen, bis dir geholfen wurde.',
  },
};
