/** Asking for help: categories, questions, words. */
import type { Category, Question } from '../../help-requests/model';
import type { Texts } from '../en';

export const categories: Record<Category, string> = {
  medical: 'Médica',
  security: 'Seguridad',
  lost_person: 'Persona perdida',
  lost_property: 'Objetos perdidos',
  accessibility: 'Accesibilidad',
  other: 'Otra cosa',
};

const categoryHints: Record<Category, string> = {
  medical: 'Alguien está herido o enfermo',
  security: 'Amenaza, violencia, robo',
  lost_person: 'Falta un niño u otra persona',
  lost_property: 'Perdiste o encontraste algo',
  accessibility: 'Moverse, sentarse, estar en calma',
  other: 'Todo lo demás',
};

const questions: Record<Question, string> = {
  unconscious: '¿Hay alguien inconsciente?',
  bleeding: '¿Alguien sangra mucho?',
  breathing_trouble: '¿A alguien le cuesta respirar?',
  danger_now: '¿Hay alguien en peligro ahora mismo?',
  weapon: '¿Hay un arma?',
  injured: '¿Hay alguien herido?',
  child: '¿Es un niño o una niña?',
  in_danger: '¿Puede estar en peligro?',
  seen_recently: '¿Se la vio en los últimos 15 minutos?',
  valuable: '¿Es algo valioso, una llave o un pasaporte?',
  stolen: '¿Fue robado?',
  urgent: '¿Lo necesitas en menos de una hora?',
  stuck: '¿No puedes salir de donde estás?',
  in_pain: '¿Te duele algo?',
  alone: '¿Estás sin nadie?',
};

export const ask: Texts['ask'] = {
  category: '¿Qué ayuda necesitas?',
  categories,
  categoryHints,
  questions,
  answers: { yes: 'Sí', no: 'No', unknown: 'No lo sé' },
  words: '¿Qué pasa?',
  wordsHint: 'Bastan unas palabras. Puedes escribir más después.',
  wordsLabel: 'Con tus palabras',
  about: 'Sobre esto',
  circumstances: {
    for_someone_else: 'Pregunto por otra persona',
    silent: 'Nadie debe notarme: pantalla oscura y preguntas de sí o no',
  },
  share: 'El personal puede ver mi',
  shareName: 'nombre',
  sharePhone: 'número de teléfono',
  shareEmail: 'correo electrónico',
  yourName: 'Tu nombre',
  yourPhone: 'Tu número de teléfono',
  anonymous: 'No se muestra nada que no elijas.',
  send: 'Pedir ayuda',
  sending: 'Enviando…',
  urgent: (number) => `Si hay una vida en peligro, llama también al ${number}.`,
  tooLong: (most) => `Es demasiado largo. Como mucho ${most} caracteres.`,
};
