/** Photos and voice clips. */

import type { Texts } from '../en';

export const attachments: Texts['attachments'] = {
  add: 'Añadir una foto, tu voz o tu ubicación',
  addPhoto: 'Añadir una foto',
  remove: 'Quitar la foto',
  camera: 'Hacer una foto',
  gallery: 'Elegir fotos',
  record: 'Grabar tu voz',
  preparing: 'Preparando la foto…',
  noPicture: 'Este archivo no es una imagen que se pueda enviar.',
  photo: 'Foto',
  show: 'Ver la foto en grande',
  close: 'Cerrar',
  cancel: 'Cancelar',
  sending: (percent) => `Enviando, ${percent} %`,
  away: 'Esta foto no está en este teléfono. Aparece cuando haya conexión.',
  voiceMessage: 'Mensaje de voz',
  voiceAway: 'Este mensaje de voz no está en este teléfono. Se puede oír con conexión.',
  play: (length) => `Reproducir el mensaje de voz, ${length}`,
  pause: 'Pausa',
  recording: 'Grabando',
  noMicrophone: 'No se puede usar el micrófono. Permítelo en los ajustes del teléfono, o escribe.',
};
