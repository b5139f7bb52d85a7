/** Where somebody is. */

import type { Texts } from '../en';
import { count } from './count';

export const location: Texts['location'] = {
  attach: 'Ma position',
  send: 'Envoyer ma position',
  finding: 'Recherche de votre position…',
  found: (metres) => `Position ajoutée, à ${count(metres, { one: 'mètre', other: 'mètres' })} près`,
  remove: 'Retirer la position',
  unknown: 'Votre téléphone n’a pas donné de position. Décrivez où vous êtes.',
  denied:
    'Steward n’a pas le droit de voir votre position. Autorisez-le dans les réglages du téléphone, ou décrivez où vous êtes.',
  here: 'Je suis ici.',
  within: (metres) => `à ${count(metres, { one: 'mètre', other: 'mètres' })} près`,
  onMap: 'Voir sur la carte',
  share: 'Partager ma position en continu',
  shareHint: 'L’équipe voit où vous allez jusqu’à ce que vous arrêtiez ou que la conversation se termine.',
  sharing: 'Votre position est partagée',
  sharingWaits: 'Votre position sera partagée dès qu’il y aura une connexion',
  sharingElsewhere: 'Votre position est partagée depuis un autre appareil',
  stop: 'Arrêter',
  stopping: 'Votre position n’est plus partagée. L’équipe le saura dès qu’il y aura une connexion.',
};
