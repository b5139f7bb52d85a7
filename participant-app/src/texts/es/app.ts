/** What stands on every screen: words for anything, the way around, the connection. */
import type { Texts } from '../en';

export const common: Texts['common'] = {
  back: 'Atrás',
  tryAgain: 'Intentar otra vez',
  loading: 'Cargando…',
  loadingFailed: 'No se pudo cargar. Revisa la conexión e inténtalo otra vez.',
  unreachable: 'Sin conexión. Inténtalo otra vez.',
  unreachableWaits: 'Sin conexión. Seguirá por sí solo en cuanto vuelva.',
  call: 'Llamar a',
  steps: (step, all) => `Paso ${step} de ${all}`,
  unknownScreen: 'Esta página no existe.',
  toStart: 'Ir al inicio',
};

export const navigation: Texts['navigation'] = {
  label: 'Principal',
  event: 'Evento',
  history: 'Solicitudes',
  me: 'Yo',
  unread: 'Mensaje nuevo',
};

export const connection: Texts['connection'] = {
  offline: 'Sin conexión. Lo que escribas se guarda y se envía en cuanto vuelva.',
  back: 'Hay conexión otra vez.',
  slow: 'Conexión débil. Todo funciona, solo que más lento.',
  replaced: 'Steward está abierto en otro sitio. Esta pantalla no está al día.',
  resume: 'Seguir aquí',
  outdated: 'Steward se ha actualizado.',
  reload: 'Cargar la versión nueva',
  ended: 'Se cerró tu sesión. Lo que viste se queda aquí.',
  guestEnded: 'Tu tiempo sin registro terminó. Lo que viste se queda aquí y puedes pedir ayuda como antes.',
  signIn: 'Iniciar sesión',
  notKept: {
    refused: 'Este navegador no deja guardar nada. No cierres esta página hasta que te hayan ayudado.',
    full: 'No queda espacio en este teléfono. Todo funciona, pero no cierres esta página hasta que te hayan ayudado.',
  },
};
