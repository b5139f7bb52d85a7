/** Coming to an event, and what stands there. */

import type { Texts } from '../en';
import { count } from './count';

export const join: Texts['join'] = {
  title: 'Hilfe auf deiner Veranstaltung',
  lead: 'Gib den Code von einem Plakat oder deiner Eintrittskarte ein.',
  code: 'Code der Veranstaltung',
  join: 'Los',
  looking: 'Die Veranstaltung wird gesucht…',
  notFound: (code) => `Es gibt keine Veranstaltung mit dem Code ${code}. Sieh noch einmal nach.`,
  tooShort: 'Ein Code hat sechs Buchstaben und Zahlen.',
  scan: 'Code eines Plakats scannen',
  browse: 'Veranstaltung ohne Code finden',
  recent: 'Deine Veranstaltungen',
};

export const scan: Texts['scan'] = {
  title: 'Code scannen',
  view: 'Was die Kamera sieht',
  looking: 'Halte das Handy über das Quadrat auf einem Plakat.',
  foreign: 'Das ist kein Code einer Veranstaltung. Suche den auf einem Plakat von Steward.',
  refused: 'Steward kann die Kamera nicht benutzen. Gib den Code ein.',
  type: 'Code eingeben',
};

export const browse: Texts['browse'] = {
  title: 'Finde deine Veranstaltung',
  search: 'Name oder Ort',
  when: 'Wann',
  days: { any: 'Jederzeit', today: 'Heute', week: 'Nächste 7 Tage' },
  none: 'Keine Veranstaltung gefunden.',
  noneHint: 'Versuche weniger Wörter oder einen anderen Tag.',
  more: 'Mehr zeigen',
  found: (n) => count(n, { one: 'Veranstaltung gefunden', other: 'Veranstaltungen gefunden' }),
  typeCode: 'Ich habe einen Code',
};

export const event: Texts['event'] = {
  help: 'HILFE',
  helpHint: 'Bitte das Team um Hilfe',
  helpMore: 'Es sieht das sofort und schreibt dir hier.',
  open: 'Deine Anfrage ist offen',
  toRequest: 'Zu meiner Anfrage',
  emergency: 'Leben in Gefahr?',
  emergencyCall: (number) => `Ruf ${number} an`,
  where: 'Wo bist du?',
  nowhere: 'Nicht angegeben',
  contacts: 'Wen du anrufen kannst',
  about: 'Über diese Veranstaltung',
  notFound: 'Diese Veranstaltung gibt es nicht mehr.',
  ended: 'Diese Veranstaltung ist vorbei. Ruf im Notfall die Nummer unten an.',
  over: 'Diese Veranstaltung ist vorbei. Vielleicht antwortet hier niemand: ruf im Notfall die Nummer unten an.',
  early: (from) => `Diese Veranstaltung beginnt ${from}. Vorher antwortet hier vielleicht niemand.`,
  other: 'Andere Veranstaltung',
  by: (organization) => `Von ${organization}`,
};

export const announcements: Texts['announcements'] = {
  title: 'Ansagen',
  one: 'Ansage',
  none: 'Noch keine Ansage.',
  noneHint: 'Was die Veranstalter allen sagen, steht hier, auch ohne Verbindung.',
  unread: (n) => count(n, { one: 'neue Ansage', other: 'neue Ansagen' }),
};
