/** Photos and voice clips. */

import type { Texts } from '../en';

export const attachments: Texts['attachments'] = {
  add: 'Foto, Sprachnachricht oder Standort hinzufügen',
  addPhoto: 'Foto hinzufügen',
  remove: 'Foto entfernen',
  camera: 'Foto aufnehmen',
  gallery: 'Fotos auswählen',
  record: 'Sprachnachricht aufnehmen',
  preparing: 'Das Foto wird vorbereitet…',
  noPicture: 'Diese Datei ist kein Bild, das gesendet werden kann.',
  photo: 'Foto',
  show: 'Foto groß zeigen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  sending: (percent) => `Wird gesendet, ${percent} %`,
  away: 'Dieses Foto ist nicht auf diesem Handy. Es erscheint, sobald es eine Verbindung gibt.',
  voiceMessage: 'Sprachnachricht',
  voiceAway: 'Diese Sprachnachricht ist nicht auf diesem Handy. Mit Verbindung kannst du sie hören.',
  play: (length) => `Sprachnachricht abspielen, ${length}`,
  pause: 'Anhalten',
  recording: 'Aufnahme läuft',
  noMicrophone:
    'Das Mikrofon geht nicht. Erlaube es in den Einstellungen des Handys, oder schreib stattdessen.',
};
