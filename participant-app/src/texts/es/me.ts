/** The person who uses this phone, and what they chose. */
import type { Texts } from '../en';

export const me: Texts['me'] = {
  title: 'Yo',
  guest: 'Estás aquí sin registrarte.',
  guestHint: 'Solo este teléfono conoce tus solicitudes. Regístrate para verlas también en otro.',
  nobody: 'No nos has dicho nada de ti. No hace falta.',
  registered: (email) => `Sesión de ${email}`,
  name: 'Nombre',
  nameHint: 'Cómo debe llamarte el personal',
  phone: 'Número de teléfono',
  phoneHint: 'El personal solo lo ve si tú lo eliges',
  save: 'Guardar',
  saved: 'Guardado',
  savedLater: 'Queda aquí y se envía cuando haya conexión.',
  register: 'Registrarme',
  signIn: 'Ya tengo registro',
  signOut: 'Cerrar sesión',
  signOutTitle: '¿Cerrar sesión en este teléfono?',
  signOutText: 'En este teléfono se borra todo. Tus solicitudes vuelven cuando inicies sesión.',
  forget: 'Borrar todo en este teléfono',
  forgetTitle: '¿Borrar todo en este teléfono?',
  forgetText: 'Sin registro no podrás volver a tus solicitudes, ni siquiera a una abierta.',
  leaving: 'Borrando…',
  stay: 'No, quedarme',
  openWarning: 'Una solicitud sigue abierta.',
  install: 'En tu pantalla de inicio',
  installHint: 'Steward se abre desde ahí como cualquier aplicación, también sin conexión.',
  installNow: 'Añadir a la pantalla de inicio',
  language: 'Idioma',
  look: 'Aspecto',
  looks: { system: 'Como el teléfono', light: 'Claro', dark: 'Oscuro' },
  text: 'Tamaño del texto',
  texts: { normal: 'Normal', large: 'Grande', largest: 'Muy grande' },
  silent: 'Pantalla discreta',
  silentHint: 'Oscura y sin colores, y sí o no con un toque. Steward no hace ruido.',
  storage: 'Guardado en este teléfono',
  storageKept: 'Lo que ves y escribes queda en este teléfono y funciona sin conexión.',
  storageMemory: {
    refused: 'Este navegador no guarda nada. Lo que ves y escribes se pierde al cerrar esta página.',
    full: 'No queda espacio. Lo nuevo se pierde al cerrar esta página. Borra otra cosa del teléfono y abre Steward de nuevo.',
  },
};

export const register: Texts['register'] = {
  title: 'Registrarme',
  lead: 'Conservas todo y puedes iniciar sesión en otro teléfono.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  passwordHint: 'Al menos 8 caracteres',
  name: 'Nombre',
  show: 'Mostrar la contraseña',
  register: 'Registrarme',
  working: 'Registrando…',
  have: 'Ya tengo registro',
  emailTaken: 'Alguien ya se registró con este correo. ¿Iniciar sesión?',
};

export const signIn: Texts['signIn'] = {
  title: 'Iniciar sesión',
  lead: 'Con el correo y la contraseña de tu registro.',
  signIn: 'Iniciar sesión',
  working: 'Iniciando sesión…',
  wrong: 'El correo o la contraseña no son correctos.',
  guestOpen:
    'Sin registro tienes una solicitud abierta en este teléfono. Desaparece de aquí al iniciar sesión. Regístrate para conservarla.',
  guest:
    'Tus solicitudes sin registro desaparecen de este teléfono al iniciar sesión. Regístrate para conservarlas.',
  register: 'Mejor registrarme',
};
