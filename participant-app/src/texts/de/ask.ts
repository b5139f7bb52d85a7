/** Asking for help: categories, questions, words. */
import type { Category, Question } from '../../help-requests/model';
import type { Texts } from '../en';

export const categories: Record<Category, string> = {
  medical: 'Medizinisch',
  security: 'Sicherheit',
  lost_person: 'Vermisste Person',
  lost_property: 'Fundsachen',
  accessibility: 'Barrierefreiheit',
  other: 'Etwas anderes',
};

const categoryHints: Record<Category, string> = {
  medical: 'Jemand ist verletzt oder krank',
  security: 'Bedrohung, Gewalt, Diebstahl',
  lost_person: 'Ein Kind oder jemand anderes fehlt',
  lost_property: 'Etwas verloren oder gefunden',
  accessibility: 'Wege, Sitzplatz, Ruhe',
  other: 'Alles andere',
};

const questions: Record<Question, string> = {
  unconscious: 'Ist jemand bewusstlos?',
  bleeding: 'Blutet jemand stark?',
  breathing_trouble: 'Bekommt jemand schlecht Luft?',
  danger_now: 'Ist gerade jemand in Gefahr?',
  weapon: 'Gibt es eine Waffe?',
  injured: 'Ist jemand verletzt?',
  child: 'Ist es ein Kind?',
  in_danger: 'Könnte die Person in Gefahr sein?',
  seen_recently: 'Wurde sie in den letzten 15 Minuten gesehen?',
  valuable: 'Ist es wertvoll, ein Schlüssel oder ein Ausweis?',
  stolen: 'Wurde es gestohlen?',
  urgent: 'Brauchst du es innerhalb einer Stunde?',
  stuck: 'Kommst du nicht weg von dort?',
  in_pain: 'Hast du Schmerzen?',
  alone: 'Bist du allein?',
};

export const ask: Texts['ask'] = {
  category: 'Welche Hilfe brauchst du?',
  categories,
  categoryHints,
  questions,
  answers: { yes: 'Ja', no: 'Nein', unknown: 'Nicht sicher' },
  words: 'Was ist los?',
  wordsHint: 'Ein paar Wörter reichen. Du kannst später mehr schreiben.',
  wordsLabel: 'In deinen Worten',
  about: 'Dazu',
  circumstances: {
    for_someone_else: 'Ich frage für jemand anderen',
    silent: 'Mich darf niemand bemerken: dunkler Bildschirm, und stellt mir Ja-oder-Nein-Fragen',
  },
  share: 'Das Team darf sehen:',
  shareName: 'meinen Namen',
  sharePhone: 'meine Telefonnummer',
  shareEmail: 'meine E-Mail-Adresse',
  yourName: 'Dein Name',
  yourPhone: 'Deine Telefonnummer',
  anonymous: 'Nichts wird gezeigt, wenn du es nicht wählst.',
  send: 'Um Hilfe bitten',
  sending: 'Wird gesendet…',
  urgent: (number) => `Ist ein Leben in Gefahr, ruf auch ${number} an.`,
  tooLong: (most) => `Das ist zu lang. Bitte höchstens ${most} Zeichen.`,
};
