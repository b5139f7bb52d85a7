/** Photos and voice clips. */

import type { Texts } from '../en';

export const attachments: Texts['attachments'] = {
  add: 'Ajouter une photo, votre voix ou votre position',
  addPhoto: 'Ajouter une photo',
  remove: 'Retirer la photo',
  camera: 'Prendre une photo',
  gallery: 'Choisir des photos',
  record: 'Enregistrer votre voix',
  preparing: 'Préparation de la photo…',
  noPicture: 'Ce fichier n’est pas une image qui peut être envoyée.',
  photo: 'Photo',
  show: 'Voir la photo en grand',
  close: 'Fermer',
  cancel: 'Annuler',
  sending: (percent) => `Envoi, ${percent} %`,
  away: 'Cette photo n’est pas sur ce téléphone. Elle apparaît dès qu’il y a une connexion.',
  voiceMessage: 'Message vocal',
  voiceAway: 'Ce message vocal n’est pas sur ce téléphone. Il faut une connexion pour l’écouter.',
  play: (length) => `Écouter le message vocal, ${length}`,
  pause: 'Pause',
  recording: 'Enregistrement en cours',
  noMicrophone: 'Le micro ne peut pas être utilisé. Autorisez-le dans les réglages du téléphone, ou écrivez.',
};
