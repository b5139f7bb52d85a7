/** How the help was, once it is over. */
import type { Texts } from '../en';

export const satisfaction: Texts['satisfaction'] = {
  question: '¿Qué tal fue la ayuda?',
  ratings: { good: 'Bien', fair: 'Regular', poor: 'Mal' },
  notNow: 'No responder',
  thanks: 'Gracias. El equipo lo ve.',
  waits: 'Gracias. Se enviará en cuanto haya conexión.',
  comment: '¿Quieres añadir algo?',
  commentHint: 'No hace falta.',
  send: 'Añadir',
};
