/** Where a call for help stands, from the queue to its end. */
import type { Estimate } from '../../help-requests/model';
import type { Texts } from '../en';
import { categories } from './ask';
import { count } from './count';

function estimate(about: Estimate): string {
  if (about.kind === 'minutes') return `Unos ${count(about.minutes, { one: 'minuto', other: 'minutos' })}`;
  if (about.kind === 'moment') return 'Menos de un minuto';
  return about.kind === 'long' ? 'Más de una hora' : 'Todavía no podemos decir cuánto';
}

export const request: Texts['request'] = {
  title: (category) => categories[category],
  unknownTitle: 'Ayuda',
  unsent: 'Esperando una conexión',
  unsentHint: 'Tu solicitud queda en este teléfono y se envía sola en cuanto haya conexión.',
  sending: 'Enviando tu solicitud…',
  placeShort: (place) => `Puesto ${place} en la cola`,
  placeIs: (place) => `Eres el número ${place} en la cola.`,
  next: 'Ahora te toca a ti',
  soon: 'Enseguida habrá alguien contigo.',
  nobody: 'Ahora mismo no hay nadie de servicio. Tu puesto se guarda.',
  eventOver: 'Este evento ha terminado.',
  eventClosed: 'La ayuda de este evento está cerrada. Aquí ya no puede contestar nadie.',
  stillNeeded: '¿Todavía necesitas ayuda?',
  stillNeededHint: 'Las dos respuestas están bien. Tu puesto se guarda hasta que digas que no.',
  stillNeededYes: 'Sí, todavía',
  stillNeededNo: 'No, cancelarla',
  advice: 'Hasta que llegue alguien',
  adviceFor: {
    medical: [
      'Quédate con la persona y háblale. Que no pase frío.',
      'Si no contesta pero respira, ponla de lado.',
      'Si no respira, llama ya al número de emergencias y aprieta fuerte y rápido en el centro del pecho.',
      'Aprieta con firmeza algo limpio sobre una herida que sangra.',
    ],
    security: [
      'Aléjate del peligro si puedes, hacia gente y luz.',
      'No discutas, no persigas a nadie.',
      'Recuerda cómo son y adónde van. Escríbelo aquí.',
    ],
    lost_person: [
      'Quédate donde estuvisteis juntos por última vez; casi todos vuelven ahí.',
      'Escribe aquí: edad, ropa, pelo, nombre y dónde la viste por última vez.',
      'Si tienes una foto de hoy, tenla a mano.',
    ],
    lost_property: [
      'Piensa dónde lo usaste por última vez. Escríbelo aquí.',
      'Haz bloquear el teléfono o la tarjeta si han desaparecido.',
    ],
    accessibility: [
      'Quédate donde estás si es seguro. El personal va hacia ti.',
      'Escribe qué necesitas: un ascensor, un asiento, un lugar tranquilo, un brazo.',
    ],
    other: ['Quédate donde estás si es seguro.', 'Escribe más aquí: el personal lo lee antes de contestar.'],
  },
  estimate,
  waitingHint: 'Deja Steward abierto o vuelve a mirar. Abajo puedes escribir más.',
  lastKnown: 'Lo que se sabía antes de perder la conexión.',
  with: (name) => `${name} está contigo`,
  withSomebody: 'Alguien está contigo',
  cancel: 'Cancelar mi solicitud',
  cancelTitle: '¿Cancelar tu solicitud?',
  cancelText: 'Pierdes tu puesto en la cola y no irá nadie.',
  cancelConfirm: 'Sí, cancelarla',
  cancelKeep: 'No, mantenerla',
  cancelled: 'Cancelaste esta solicitud.',
  cancelledUnsent: 'Se cancela en cuanto haya conexión.',
  expired: 'Nadie contestó a esta solicitud y ha terminado.',
  refused: 'No se pudo aceptar tu solicitud.',
  askAgain: 'Intentar otra vez',
  change: 'Cambiarla antes',
  over: 'Esta conversación está cerrada.',
  reopened: 'Esta conversación está abierta de nuevo: escribe abajo si todavía necesitas algo.',
  outcomes: {
    resolved: 'Tu problema se resolvió.',
    referred: 'Otras personas se ocupan.',
    unreachable: 'No se te pudo localizar.',
    false_alarm: 'Fue una falsa alarma.',
    organization_blocked:
      'La ayuda de este evento está cerrada. En una emergencia llama al número de arriba.',
    other: 'El personal la cerró.',
  },
  again: 'Pedir ayuda otra vez',
  notFound: 'Esta solicitud no está en este teléfono.',
};
