/** Asking for help: categories, questions, words. */
import type { Category, Question } from '../../help-requests/model';
import type { Texts } from '../en';

export const categories: Record<Category, string> = {
  medical: 'Médical',
  security: 'Sécurité',
  lost_person: 'Personne perdue',
  lost_property: 'Objet perdu',
  accessibility: 'Accessibilité',
  other: 'Autre chose',
};

const categoryHints: Record<Category, string> = {
  medical: 'Quelqu’un est blessé ou malade',
  security: 'Menace, violence, vol',
  lost_person: 'Un enfant ou un proche a disparu',
  lost_property: 'Un objet perdu ou trouvé',
  accessibility: 'Se déplacer, s’asseoir, être au calme',
  other: 'Tout le reste',
};

const questions: Record<Question, string> = {
  unconscious: 'Quelqu’un est-il inconscient ?',
  bleeding: 'Quelqu’un saigne-t-il beaucoup ?',
  breathing_trouble: 'Quelqu’un a-t-il du mal à respirer ?',
  danger_now: 'Quelqu’un est-il en danger en ce moment ?',
  weapon: 'Y a-t-il une arme ?',
  injured: 'Quelqu’un est-il blessé ?',
  child: 'Est-ce un enfant ?',
  in_danger: 'Cette personne peut-elle être en danger ?',
  seen_recently: 'A-t-elle été vue ces 15 dernières minutes ?',
  valuable: 'Est-ce un objet de valeur, une clé ou un passeport ?',
  stolen: 'A-t-il été volé ?',
  urgent: 'En avez-vous besoin dans l’heure ?',
  stuck: 'Êtes-vous bloqué là où vous êtes ?',
  in_pain: 'Avez-vous mal ?',
  alone: 'N’y a-t-il personne avec vous ?',
};

export const ask: Texts['ask'] = {
  category: 'De quelle aide avez-vous besoin ?',
  categories,
  categoryHints,
  questions,
  answers: { yes: 'Oui', no: 'Non', unknown: 'Je ne sais pas' },
  words: 'Que se passe-t-il ?',
  wordsHint: 'Quelques mots suffisent. Vous pourrez en écrire plus ensuite.',
  wordsLabel: 'Avec vos mots',
  about: 'À ce sujet',
  circumstances: {
    for_someone_else: 'Je demande pour quelqu’un d’autre',
    silent: 'On ne doit pas me remarquer : écran sombre et questions par oui ou non',
  },
  share: 'L’équipe peut voir mon',
  shareName: 'nom',
  sharePhone: 'numéro de téléphone',
  shareEmail: 'adresse e-mail',
  yourName: 'Votre nom',
  yourPhone: 'Votre numéro de téléphone',
  anonymous: 'Rien n’est montré sans votre choix.',
  send: 'Demander de l’aide',
  sending: 'Envoi…',
  urgent: (number) => `Si une vie est en danger, appelez aussi le ${number}.`,
  tooLong: (most) => `C’est trop long. Au plus ${most} caractères.`,
};
