/** Where a call for help stands, from the queue to its end. */
import type { Estimate } from '../../help-requests/model';
import type { Texts } from '../en';
import { categories } from './ask';
import { count } from './count';

function estimate(about: Estimate): string {
  if (about.kind === 'minutes') return `Etwa ${count(about.minutes, { one: 'Minute', other: 'Minuten' })}`;
  if (about.kind === 'moment') return 'Weniger als eine Minute';
  return about.kind === 'long' ? 'Mehr als eine Stunde' : 'Wir können noch nicht sagen, wie lange';
}

export const request: Texts['request'] = {
  title: (category) => categories[category],
  unknownTitle: 'Hilfe',
  unsent: 'Wartet auf eine Verbindung',
  unsentHint:
    'Deine Anfrage bleibt auf diesem Handy und geht von selbst los, sobald es eine Verbindung gibt.',
  sending: 'Deine Anfrage wird gesendet…',
  placeShort: (place) => `Platz ${place} in der Warteschlange`,
  placeIs: (place) => `Du bist Nummer ${place} in der Warteschlange.`,
  next: 'Du bist als Nächstes dran',
  soon: 'Gleich ist jemand für dich da.',
  nobody: 'Gerade ist niemand im Dienst. Dein Platz bleibt dir.',
  eventOver: 'Diese Veranstaltung ist vorbei.',
  eventClosed: 'Die Hilfe dieser Veranstaltung ist geschlossen. Hier kann niemand mehr antworten.',
  stillNeeded: 'Brauchst du noch Hilfe?',
  stillNeededHint: 'Beides ist in Ordnung. Dein Platz bleibt dir, bis du Nein sagst.',
  stillNeededYes: 'Ja, noch immer',
  stillNeededNo: 'Nein, zurückziehen',
  advice: 'Bis jemand kommt',
  adviceFor: {
    medical: [
      'Bleib bei der Person und sprich mit ihr. Halte sie warm.',
      'Antwortet sie nicht, atmet aber: dreh sie auf die Seite.',
      'Atmet sie nicht: ruf jetzt die Notrufnummer an und drücke fest und schnell auf die Mitte der Brust.',
      'Drücke etwas Sauberes fest auf eine blutende Wunde.',
    ],
    security: [
      'Geh weg von der Gefahr, wenn du kannst, zu Menschen und ins Licht.',
      'Streite nicht, verfolge niemanden.',
      'Merk dir, wie sie aussehen und wohin sie gehen. Schreib es hier.',
    ],
    lost_person: [
      'Bleib, wo ihr zuletzt zusammen wart; die meisten kommen dorthin zurück.',
      'Schreib hier: Alter, Kleidung, Haare, Name, und wo du sie zuletzt gesehen hast.',
      'Wenn du ein Bild von heute hast, halte es bereit.',
    ],
    lost_property: [
      'Überlege, wo du es zuletzt benutzt hast. Schreib das hier.',
      'Lass ein Handy oder eine Karte sperren, wenn sie weg sind.',
    ],
    accessibility: [
      'Bleib, wo du bist, wenn es dort sicher ist. Das Team kommt zu dir.',
      'Schreib, was du brauchst: einen Aufzug, einen Sitzplatz, Ruhe, einen Arm.',
    ],
    other: [
      'Bleib, wo du bist, wenn es dort sicher ist.',
      'Schreib hier mehr: das Team liest es, bevor es antwortet.',
    ],
  },
  estimate,
  waitingHint: 'Lass Steward offen oder sieh wieder nach. Unten kannst du mehr schreiben.',
  lastKnown: 'Stand, bevor die Verbindung abbrach.',
  with: (name) => `${name} ist für dich da`,
  withSomebody: 'Jemand ist für dich da',
  cancel: 'Meine Anfrage zurückziehen',
  cancelTitle: 'Deine Anfrage zurückziehen?',
  cancelText: 'Du verlierst deinen Platz, und niemand kommt.',
  cancelConfirm: 'Ja, zurückziehen',
  cancelKeep: 'Nein, behalten',
  cancelled: 'Du hast diese Anfrage zurückgezogen.',
  cancelledUnsent: 'Sie wird zurückgezogen, sobald es eine Verbindung gibt.',
  expired: 'Diese Anfrage wurde nicht beantwortet und ist beendet.',
  refused: 'Deine Anfrage konnte nicht angenommen werden.',
  askAgain: 'Noch einmal versuchen',
  change: 'Erst ändern',
  over: 'Dieses Gespräch ist beendet.',
  reopened: 'Dieses Gespräch ist wieder offen: Schreib unten, wenn du noch etwas brauchst.',
  outcomes: {
    resolved: 'Dein Problem wurde gelöst.',
    referred: 'Andere kümmern sich darum.',
    unreachable: 'Du warst nicht zu erreichen.',
    false_alarm: 'Es war ein Fehlalarm.',
    organization_blocked:
      'Die Hilfe dieser Veranstaltung ist geschlossen. Ruf im Notfall die Nummer oben an.',
    other: 'Das Team hat es beendet.',
  },
  again: 'Noch einmal um Hilfe bitten',
  notFound: 'Diese Anfrage ist nicht auf diesem Handy.',
};
