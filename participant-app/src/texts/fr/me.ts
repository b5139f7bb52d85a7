/** The person who uses this phone, and what they chose. */
import type { Texts } from '../en';

export const me: Texts['me'] = {
  title: 'Moi',
  guest: 'Vous êtes ici en invité.',
  guestHint: 'Seul ce téléphone connaît vos demandes. Inscrivez-vous pour les retrouver sur un autre.',
  nobody: 'Vous ne nous avez rien dit de vous. Rien ne vous y oblige.',
  registered: (email) => `Connecté avec ${email}`,
  name: 'Nom',
  nameHint: 'Comment l’équipe doit vous appeler',
  phone: 'Numéro de téléphone',
  phoneHint: 'L’équipe ne le voit que si vous le choisissez',
  save: 'Enregistrer',
  saved: 'Enregistré',
  savedLater: 'Gardé ici, et envoyé quand il y aura une connexion.',
  register: 'S’inscrire',
  signIn: 'Je suis déjà inscrit',
  signOut: 'Se déconnecter',
  signOutTitle: 'Se déconnecter sur ce téléphone ?',
  signOutText: 'Tout est effacé sur ce téléphone. Vous retrouverez vos demandes en vous reconnectant.',
  forget: 'Tout effacer sur ce téléphone',
  forgetTitle: 'Tout effacer sur ce téléphone ?',
  forgetText: 'En invité, vous ne pourrez plus revenir à vos demandes, même ouvertes.',
  leaving: 'Effacement…',
  stay: 'Non, rester',
  openWarning: 'Une demande est encore ouverte.',
  install: 'Sur votre écran d’accueil',
  installHint: 'Steward s’ouvre de là comme toute application, même sans connexion.',
  installNow: 'Ajouter à l’écran d’accueil',
  language: 'Langue',
  look: 'Apparence',
  looks: { system: 'Comme le téléphone', light: 'Clair', dark: 'Sombre' },
  text: 'Taille du texte',
  texts: { normal: 'Normale', large: 'Grande', largest: 'Très grande' },
  silent: 'Garder l’écran discret',
  silentHint: 'Sombre et sans couleurs, oui ou non en un geste. Steward ne fait aucun bruit.',
  storage: 'Enregistré sur ce téléphone',
  storageKept: 'Ce que vous voyez et écrivez reste sur ce téléphone et marche sans connexion.',
  storageMemory: {
    refused:
      'Ce navigateur n’enregistre rien. Ce que vous voyez et écrivez est perdu si vous fermez la page.',
    full: 'Il n’y a plus de place. Le nouveau est perdu si vous fermez la page. Supprimez autre chose du téléphone, puis rouvrez Steward.',
  },
};

export const register: Texts['register'] = {
  title: 'S’inscrire',
  lead: 'Vous gardez tout et pouvez vous connecter sur un autre téléphone.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  passwordHint: 'Au moins 8 caractères',
  name: 'Nom',
  show: 'Montrer le mot de passe',
  register: 'S’inscrire',
  working: 'Inscription…',
  have: 'Je suis déjà inscrit',
  emailTaken: 'Quelqu’un s’est déjà inscrit avec cette adresse. Se connecter ?',
};

export const signIn: Texts['signIn'] = {
  title: 'Se connecter',
  lead: 'Avec l’adresse e-mail et le mot de passe de votre inscription.',
  signIn: 'Se connecter',
  working: 'Connexion…',
  wrong: 'L’adresse e-mail ou le mot de passe est faux.',
  guestOpen:
    'En invité, vous avez une demande ouverte sur ce téléphone. Elle le quitte si vous vous connectez. Inscrivez-vous pour la garder.',
  guest:
    'Vos demandes d’invité quittent ce téléphone si vous vous connectez. Inscrivez-vous pour les garder.',
  register: 'Plutôt s’inscrire',
};
