/** Talking with staff, and what was said before. */

import type { Texts } from '../en';
import { count } from './count';

export const conversation: Texts['conversation'] = {
  messages: 'Mensajes',
  you: 'Tú',
  staff: 'Personal',
  write: 'Escribe un mensaje',
  send: 'Enviar',
  typing: (name) => `${name} está escribiendo…`,
  typingSomebody: 'Alguien está escribiendo…',
  progress: {
    waiting: 'Pendiente de envío',
    sent: 'Enviado',
    delivered: 'Entregado',
    read: 'Leído',
    refused: 'No enviado',
  },
  refusals: {
    closed: 'La conversación se cerró antes de que llegara.',
    forbidden: 'Aquí no puedes escribir.',
    not_found: 'Esta conversación ya no existe.',
    invalid: 'Este mensaje no se puede enviar así.',
    too_large: 'Este archivo es demasiado grande.',
    quota: 'Has enviado todos los archivos que se pueden enviar en un día.',
    other: 'El personal no pudo recibirlo.',
  },
  replyTo: (text) => `Responder: ${text}`,
  noReply: 'No responder a este mensaje',
  answers: 'Responde a',
  earlier: 'Un mensaje anterior',
  change: 'Cambiar',
  retry: 'Enviar otra vez',
  discard: 'Borrar',
  notices: {
    organization_blocked: 'La ayuda de este evento está cerrada. Aquí ya no puede contestar nadie.',
  },
  noticeCall: (number) => `En una emergencia llama al ${number}`,
  missing: 'Cargando mensajes anteriores…',
  newest: 'Mensajes nuevos abajo',
  tooLong: (most) => `Demasiado largo: como mucho ${most} caracteres.`,
};

export const history: Texts['history'] = {
  title: 'Mis solicitudes',
  none: 'Todavía no has pedido ayuda.',
  noneHint: 'Cuando lo hagas, lo encontrarás todo aquí, también sin conexión.',
  open: 'Abiertas',
  earlier: 'Anteriores',
  phases: {
    unsent: 'Sin enviar',
    waiting: 'Esperando',
    taken: 'En conversación',
    over: 'Cerrada',
    cancelled: 'Cancelada',
    expired: 'Sin respuesta',
    refused: 'No enviada',
  },
  unread: (n) => count(n, { one: 'mensaje nuevo', other: 'mensajes nuevos' }),
};
