/** Coming to an event, and what stands there. */

import type { Texts } from '../en';
import { count } from './count';

export const join: Texts['join'] = {
  title: 'Ayuda en tu evento',
  lead: 'Escribe el código de un cartel o de tu entrada.',
  code: 'Código del evento',
  join: 'Entrar',
  looking: 'Buscando el evento…',
  notFound: (code) => `No hay ningún evento con el código ${code}. Míralo otra vez.`,
  tooShort: 'Un código tiene seis letras y números.',
  scan: 'Escanear el código de un cartel',
  browse: 'Buscar un evento sin código',
  recent: 'Tus eventos',
};

export const scan: Texts['scan'] = {
  title: 'Escanear el código',
  view: 'Lo que ve la cámara',
  looking: 'Pon el teléfono sobre el cuadrado de un cartel.',
  foreign: 'Ese no es el código de un evento. Busca el de un cartel de Steward.',
  refused: 'Steward no puede usar la cámara. Escribe el código.',
  type: 'Escribir el código',
};

export const browse: Texts['browse'] = {
  title: 'Encuentra tu evento',
  search: 'Nombre o lugar',
  when: 'Cuándo',
  days: { any: 'Cualquier día', today: 'Hoy', week: 'Próximos 7 días' },
  none: 'No se encontró ningún evento.',
  noneHint: 'Prueba con menos palabras o con otro día.',
  more: 'Mostrar más',
  found: (n) => count(n, { one: 'evento encontrado', other: 'eventos encontrados' }),
  typeCode: 'Tengo un código',
};

export const event: Texts['event'] = {
  help: 'AYUDA',
  helpHint: 'Pide ayuda al personal',
  helpMore: 'Lo ven enseguida y te escriben aquí.',
  open: 'Tu solicitud está abierta',
  toRequest: 'Ir a mi solicitud',
  emergency: '¿Una vida en peligro?',
  emergencyCall: (number) => `Llama al ${number}`,
  where: '¿Dónde estás?',
  nowhere: 'Sin indicar',
  contacts: 'A quién llamar',
  about: 'Sobre este evento',
  notFound: 'Este evento ya no existe.',
  ended: 'Este evento ha terminado. En una emergencia llama al número de abajo.',
  over: 'Este evento ha terminado. Quizá nadie conteste aquí: en una emergencia llama al número de abajo.',
  early: (from) => `Este evento empieza ${from}. Antes quizá nadie conteste aquí.`,
  other: 'Otro evento',
  by: (organization) => `De ${organization}`,
};

export const announcements: Texts['announcements'] = {
  title: 'Avisos',
  one: 'Aviso',
  none: 'Todavía no hay avisos.',
  noneHint: 'Lo que los organizadores dicen a todos está aquí, también sin conexión.',
  unread: (n) => count(n, { one: 'aviso nuevo', other: 'avisos nuevos' }),
};
