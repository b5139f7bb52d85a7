/** Where somebody is. */

import type { Texts } from '../en';
import { count } from './count';

export const location: Texts['location'] = {
  attach: 'Mi ubicación',
  send: 'Enviar mi ubicación',
  finding: 'Buscando tu ubicación…',
  found: (metres) => `Ubicación añadida, con ${count(metres, { one: 'metro', other: 'metros' })} de margen`,
  remove: 'Quitar la ubicación',
  unknown: 'Tu teléfono no dio la ubicación. Describe dónde estás.',
  denied: 'Steward no puede ver tu ubicación. Permítelo en los ajustes del teléfono o describe dónde estás.',
  here: 'Estoy aquí.',
  within: (metres) => `a ${count(metres, { one: 'metro', other: 'metros' })}, más o menos`,
  onMap: 'Ver en el mapa',
  share: 'Compartir mi ubicación en directo',
  shareHint: 'El equipo ve por dónde vas hasta que lo pares o termine la conversación.',
  sharing: 'Se está compartiendo tu ubicación',
  sharingWaits: 'Tu ubicación se compartirá en cuanto haya conexión',
  sharingElsewhere: 'Tu ubicación se comparte desde otro dispositivo',
  stop: 'Parar',
  stopping: 'Tu ubicación ya no se comparte. El equipo lo sabrá en cuanto haya conexión.',
};
