/** The person who uses this phone, and what they chose. */
import type { Texts } from '../en';

export const me: Texts['me'] = {
  title: 'Ich',
  guest: 'Du bist als Gast hier.',
  guestHint:
    'Nur dieses Handy kennt deine Anfragen. Registriere dich, um sie auch auf einem anderen zu finden.',
  nobody: 'Du hast uns nichts über dich gesagt. Das musst du auch nicht.',
  registered: (email) => `Angemeldet als ${email}`,
  name: 'Name',
  nameHint: 'Wie das Team dich nennen soll',
  phone: 'Telefonnummer',
  phoneHint: 'Das Team sieht sie nur, wenn du es wählst',
  save: 'Speichern',
  saved: 'Gespeichert',
  savedLater: 'Bleibt hier und geht los, sobald es eine Verbindung gibt.',
  register: 'Registrieren',
  signIn: 'Ich bin schon registriert',
  signOut: 'Abmelden',
  signOutTitle: 'Auf diesem Handy abmelden?',
  signOutText:
    'Auf diesem Handy wird alles gelöscht. Deine Anfragen findest du wieder, wenn du dich anmeldest.',
  forget: 'Alles auf diesem Handy löschen',
  forgetTitle: 'Alles auf diesem Handy löschen?',
  forgetText: 'Als Gast kommst du danach nicht zu deinen Anfragen zurück, auch nicht zu einer offenen.',
  leaving: 'Wird gelöscht…',
  stay: 'Nein, bleiben',
  openWarning: 'Eine Anfrage ist noch offen.',
  install: 'Auf dem Startbildschirm',
  installHint: 'Steward öffnet sich von dort wie jede App, auch ohne Verbindung.',
  installNow: 'Zum Startbildschirm',
  language: 'Sprache',
  look: 'Aussehen',
  looks: { system: 'Wie das Handy', light: 'Hell', dark: 'Dunkel' },
  text: 'Schriftgröße',
  texts: { normal: 'Normal', large: 'Groß', largest: 'Am größten' },
  silent: 'Bildschirm unauffällig halten',
  silentHint: 'Dunkel und ohne Farben, Ja und Nein mit einem Tipp. Steward macht keinen Ton.',
  storage: 'Auf diesem Handy gespeichert',
  storageKept: 'Was du siehst und schreibst, bleibt auf diesem Handy und geht ohne Verbindung.',
  storageMemory: {
    refused:
      'Dieser Browser speichert nichts. Was du siehst und schreibst, ist weg, wenn du die Seite schließt.',
    full: 'Es ist kein Platz mehr. Neues ist weg, wenn du die Seite schließt. Lösche etwas anderes vom Handy und öffne Steward neu.',
  },
};

export const register: Texts['register'] = {
  title: 'Registrieren',
  lead: 'Du behältst alles und kannst dich auf einem anderen Handy anmelden.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  passwordHint: 'Mindestens 8 Zeichen',
  name: 'Name',
  show: 'Passwort zeigen',
  register: 'Registrieren',
  working: 'Wird registriert…',
  have: 'Ich bin schon registriert',
  emailTaken: 'Mit dieser Adresse ist schon jemand registriert. Stattdessen anmelden?',
};

export const signIn: Texts['signIn'] = {
  title: 'Anmelden',
  lead: 'Mit der E-Mail-Adresse und dem Passwort deiner Registrierung.',
  signIn: 'Anmelden',
  working: 'Wird angemeldet…',
  wrong: 'Die E-Mail-Adresse oder das Passwort ist falsch.',
  guestOpen:
    'Als Gast hast du auf diesem Handy eine offene Anfrage. Sie verschwindet von hier, wenn du dich anmeldest. Registriere dich, um sie zu behalten.',
  guest:
    'Deine Anfragen als Gast verschwinden von diesem Handy, wenn du dich anmeldest. Registriere dich, um sie zu behalten.',
  register: 'Lieber registrieren',
};
