/** Coming to an event, and what stands there. */

import type { Texts } from '../en';
import { count } from './count';

export const join: Texts['join'] = {
  title: 'De l’aide à votre événement',
  lead: 'Tapez le code d’une affiche ou de votre billet.',
  code: 'Code de l’événement',
  join: 'Entrer',
  looking: 'Recherche de l’événement…',
  notFound: (code) => `Aucun événement n’a le code ${code}. Regardez-le encore une fois.`,
  tooShort: 'Un code a six lettres et chiffres.',
  scan: 'Scanner le code d’une affiche',
  browse: 'Trouver un événement sans code',
  recent: 'Vos événements',
};

export const scan: Texts['scan'] = {
  title: 'Scanner le code',
  view: 'Ce que voit la caméra',
  looking: 'Tenez le téléphone au-dessus du carré d’une affiche.',
  foreign: 'Ce n’est pas le code d’un événement. Cherchez celui d’une affiche de Steward.',
  refused: 'Steward ne peut pas utiliser la caméra. Tapez le code.',
  type: 'Taper le code',
};

export const browse: Texts['browse'] = {
  title: 'Trouvez votre événement',
  search: 'Nom ou lieu',
  when: 'Quand',
  days: { any: 'N’importe quand', today: 'Aujourd’hui', week: '7 prochains jours' },
  none: 'Aucun événement trouvé.',
  noneHint: 'Essayez moins de mots, ou un autre jour.',
  more: 'En voir plus',
  found: (n) => count(n, { one: 'événement trouvé', other: 'événements trouvés' }),
  typeCode: 'J’ai un code',
};

export const event: Texts['event'] = {
  help: 'AIDE',
  helpHint: 'Demandez de l’aide à l’équipe',
  helpMore: 'Elle le voit tout de suite et vous écrit ici.',
  open: 'Votre demande est ouverte',
  toRequest: 'Aller à ma demande',
  emergency: 'Une vie en danger ?',
  emergencyCall: (number) => `Appelez le ${number}`,
  where: 'Où êtes-vous ?',
  nowhere: 'Non indiqué',
  contacts: 'Qui appeler',
  about: 'À propos de cet événement',
  notFound: 'Cet événement n’existe plus.',
  ended: 'Cet événement est terminé. En cas d’urgence, appelez le numéro ci-dessous.',
  over: 'Cet événement est terminé. Peut-être que personne ne répond ici : en cas d’urgence, appelez le numéro ci-dessous.',
  early: (from) => `Cet événement commence ${from}. Avant, peut-être que personne ne répond ici.`,
  other: 'Un autre événement',
  by: (organization) => `Par ${organization}`,
};

export const announcements: Texts['announcements'] = {
  title: 'Annonces',
  one: 'Annonce',
  none: 'Aucune annonce pour l’instant.',
  noneHint: 'Ce que les organisateurs disent à tous est ici, même sans connexion.',
  unread: (n) => count(n, { one: 'nouvelle annonce', other: 'nouvelles annonces' }),
};
