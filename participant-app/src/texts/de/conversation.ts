/** Talking with staff, and what was said before. */

import type { Texts } from '../en';
import { count } from './count';

export const conversation: Texts['conversation'] = {
  messages: 'Nachrichten',
  you: 'Du',
  staff: 'Team',
  write: 'Nachricht schreiben',
  send: 'Senden',
  typing: (name) => `${name} schreibt…`,
  typingSomebody: 'Jemand schreibt…',
  progress: {
    waiting: 'Wartet auf das Senden',
    sent: 'Gesendet',
    delivered: 'Zugestellt',
    read: 'Gelesen',
    refused: 'Nicht gesendet',
  },
  refusals: {
    closed: 'Das Gespräch wurde beendet, bevor das ankam.',
    forbidden: 'Hier kannst du nicht schreiben.',
    not_found: 'Dieses Gespräch gibt es nicht mehr.',
    invalid: 'Diese Nachricht kann so nicht gesendet werden.',
    too_large: 'Diese Datei ist zu groß.',
    quota: 'Du hast so viele Dateien gesendet, wie an einem Tag möglich ist.',
    other: 'Das Team konnte das nicht empfangen.',
  },
  replyTo: (text) => `Antworten: ${text}`,
  noReply: 'Nicht auf diese Nachricht antworten',
  answers: 'Antwort auf',
  earlier: 'Eine frühere Nachricht',
  change: 'Ändern',
  retry: 'Noch einmal senden',
  discard: 'Löschen',
  notices: {
    organization_blocked: 'Die Hilfe dieser Veranstaltung ist geschlossen. Hier kann niemand mehr antworten.',
  },
  noticeCall: (number) => `Ruf im Notfall ${number} an`,
  missing: 'Frühere Nachrichten werden geladen…',
  newest: 'Neue Nachrichten unten',
  tooLong: (most) => `Zu lang: höchstens ${most} Zeichen.`,
};

export const history: Texts['history'] = {
  title: 'Meine Anfragen',
  none: 'Du hast noch nicht um Hilfe gebeten.',
  noneHint: 'Wenn du es tust, findest du hier alles wieder, auch ohne Verbindung.',
  open: 'Offen',
  earlier: 'Früher',
  phases: {
    unsent: 'Noch nicht gesendet',
    waiting: 'Wartet',
    taken: 'Im Gespräch',
    over: 'Beendet',
    cancelled: 'Zurückgezogen',
    expired: 'Nicht beantwortet',
    refused: 'Nicht gesendet',
  },
  unread: (n) => count(n, { one: 'neue Nachricht', other: 'neue Nachrichten' }),
};
