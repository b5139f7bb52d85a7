/** How the help was, once it is over. */
import type { Texts } from '../en';

export const satisfaction: Texts['satisfaction'] = {
  question: 'Comment était l’aide ?',
  ratings: { good: 'Bien', fair: 'Moyen', poor: 'Mal' },
  notNow: 'Ne pas répondre',
  thanks: 'Merci. L’équipe le voit.',
  waits: 'Merci. Ce sera envoyé dès qu’il y aura une connexion.',
  comment: 'Voulez-vous ajouter quelque chose ?',
  commentHint: 'Ce n’est pas obligatoire.',
  send: 'Ajouter',
};
