/** What stands on every screen: words for anything, the way around, the connection. */
import type { Texts } from '../en';

export const common: Texts['common'] = {
  back: 'Retour',
  tryAgain: 'Réessayer',
  loading: 'Chargement…',
  loadingFailed: 'Le chargement a échoué. Vérifiez la connexion et réessayez.',
  unreachable: 'Pas de connexion. Veuillez réessayer.',
  unreachableWaits: 'Pas de connexion. Cela continue tout seul dès qu’elle revient.',
  call: 'Appeler',
  steps: (step, all) => `Étape ${step} sur ${all}`,
  unknownScreen: 'Cette page n’existe pas.',
  toStart: 'Aller au début',
};

export const navigation: Texts['navigation'] = {
  label: 'Principal',
  event: 'Événement',
  history: 'Demandes',
  me: 'Moi',
  unread: 'Nouveau message',
};

export const connection: Texts['connection'] = {
  offline: 'Pas de connexion. Ce que vous écrivez est gardé et envoyé dès qu’elle revient.',
  back: 'La connexion est revenue.',
  slow: 'Connexion faible. Tout marche, seulement plus lentement.',
  replaced: 'Steward est ouvert ailleurs. Cet écran n’est pas à jour.',
  resume: 'Continuer ici',
  outdated: 'Steward a été mis à jour.',
  reload: 'Charger la nouvelle version',
  ended: 'Vous avez été déconnecté. Ce que vous avez vu reste ici.',
  guestEnded:
    'Votre temps d’invité est terminé. Ce que vous avez vu reste ici, et vous pouvez demander de l’aide comme avant.',
  signIn: 'Se connecter',
  notKept: {
    refused:
      'Ce navigateur ne laisse rien enregistrer. Gardez cette page ouverte jusqu’à ce qu’on vous ait aidé.',
    full: 'Il n’y a plus de place sur ce téléphone. Tout marche, mais gardez cette page ouverte jusqu’à ce qu’on vous ait aidé.',
  },
};
