/** Where a call for help stands, from the queue to its end. */
import type { Estimate } from '../../help-requests/model';
import type { Texts } from '../en';
import { categories } from './ask';
import { count } from './count';

function estimate(about: Estimate): string {
  if (about.kind === 'minutes') return `Environ ${count(about.minutes, { one: 'minute', other: 'minutes' })}`;
  if (about.kind === 'moment') return 'Moins d’une minute';
  return about.kind === 'long' ? 'Plus d’une heure' : 'Nous ne pouvons pas encore dire combien de temps';
}

export const request: Texts['request'] = {
  title: (category) => categories[category],
  unknownTitle: 'Aide',
  unsent: 'En attente d’une connexion',
  unsentHint: 'Votre demande est gardée sur ce téléphone et part toute seule dès qu’il y a une connexion.',
  sending: 'Envoi de votre demande…',
  placeShort: (place) => `Place ${place} dans la file`,
  placeIs: (place) => `Vous êtes numéro ${place} dans la file.`,
  next: 'C’est bientôt à vous',
  soon: 'Quelqu’un sera bientôt là pour vous.',
  nobody: 'Personne n’est de service en ce moment. Votre place est gardée.',
  eventOver: 'Cet événement est terminé.',
  eventClosed: 'L’aide de cet événement est fermée. Plus personne ne peut répondre ici.',
  stillNeeded: 'Avez-vous encore besoin d’aide ?',
  stillNeededHint: 'Les deux réponses conviennent. Votre place est gardée tant que vous ne dites pas non.',
  stillNeededYes: 'Oui, encore',
  stillNeededNo: 'Non, annuler',
  advice: 'En attendant quelqu’un',
  adviceFor: {
    medical: [
      'Restez avec la personne et parlez-lui. Tenez-la au chaud.',
      'Si elle ne répond pas mais respire, tournez-la sur le côté.',
      'Si elle ne respire pas, appelez tout de suite les urgences et appuyez fort et vite au milieu de la poitrine.',
      'Appuyez fermement avec quelque chose de propre sur une plaie qui saigne.',
    ],
    security: [
      'Éloignez-vous du danger si vous le pouvez, vers des gens et de la lumière.',
      'Ne discutez pas, ne poursuivez personne.',
      'Retenez à quoi ils ressemblent et où ils vont. Écrivez-le ici.',
    ],
    lost_person: [
      'Restez là où vous étiez ensemble en dernier ; presque tous y reviennent.',
      'Écrivez ici : âge, vêtements, cheveux, nom, et où vous l’avez vue en dernier.',
      'Si vous avez une photo d’aujourd’hui, gardez-la prête.',
    ],
    lost_property: [
      'Pensez à l’endroit où vous l’avez utilisé en dernier. Écrivez-le ici.',
      'Faites bloquer le téléphone ou la carte s’ils ont disparu.',
    ],
    accessibility: [
      'Restez où vous êtes si c’est sûr. L’équipe vient à vous.',
      'Écrivez ce qu’il vous faut : un ascenseur, un siège, du calme, un bras.',
    ],
    other: ['Restez où vous êtes si c’est sûr.', 'Écrivez-en plus ici : l’équipe le lit avant de répondre.'],
  },
  estimate,
  waitingHint: 'Gardez Steward ouvert ou revenez voir. Vous pouvez en écrire plus ci-dessous.',
  lastKnown: 'Ce que l’on savait avant de perdre la connexion.',
  with: (name) => `${name} est là pour vous`,
  withSomebody: 'Quelqu’un est là pour vous',
  cancel: 'Annuler ma demande',
  cancelTitle: 'Annuler votre demande ?',
  cancelText: 'Vous perdez votre place dans la file et personne ne viendra.',
  cancelConfirm: 'Oui, l’annuler',
  cancelKeep: 'Non, la garder',
  cancelled: 'Vous avez annulé cette demande.',
  cancelledUnsent: 'Elle sera annulée dès qu’il y a une connexion.',
  expired: 'Cette demande est restée sans réponse et a pris fin.',
  refused: 'Votre demande n’a pas pu être prise.',
  askAgain: 'Réessayer',
  change: 'La modifier d’abord',
  over: 'Cette conversation est fermée.',
  reopened:
    'Cette conversation est rouverte : écrivez ci-dessous si vous avez encore besoin de quelque chose.',
  outcomes: {
    resolved: 'Votre problème est résolu.',
    referred: 'D’autres s’en occupent.',
    unreachable: 'On n’a pas pu vous joindre.',
    false_alarm: 'C’était une fausse alerte.',
    organization_blocked:
      'L’aide de cet événement est fermée. En cas d’urgence, appelez le numéro ci-dessus.',
    other: 'L’équipe l’a fermée.',
  },
  again: 'Redemander de l’aide',
  notFound: 'Cette demande n’est pas sur ce téléphone.',
};
