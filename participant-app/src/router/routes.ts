/** Every screen of the app and its address below `/app/`. */
export type Route =
  | { screen: 'join'; code?: string; zone?: string }
  | { screen: 'browse' }
  | { screen: 'scan' }
  | { screen: 'event'; id: string }
  | { screen: 'announcements'; event: string }
  | { screen: 'ask'; event: string; step: string }
  | { screen: 'request'; key: string }
  | { screen: 'history' }
  | { screen: 'me' }
  | { screen: 'register' }
  | { screen: 'sign-in' }
  | { screen: 'start' }
  | { screen: 'unknown' };

/** Where the app is served. */
export const BASE = '/app/';

export const paths = {
  start: BASE,
  join: (code?: string) => `${BASE}join${code ? `/${code}` : ''}`,
  browse: `${BASE}browse`,
  scan: `${BASE}scan`,
  event: (id: string) => `${BASE}events/${id}`,
  announcements: (event: string) => `${BASE}events/${event}/announcements`,
  ask: (event: string, step = 'category') => `${BASE}events/${event}/help/${step}`,
  request: (key: string) => `${BASE}requests/${key}`,
  history: `${BASE}history`,
  me: `${BASE}me`,
  register: `${BASE}me/register`,
  signIn: `${BASE}me/sign-in`,
};

/** The screen that an address means. */
export function routeOf(path: string, search = ''): Route {
  const parts = path.startsWith(BASE) ? path.slice(BASE.length).split('/').filter(Boolean) : [];
  const [first, second, third, fourth] = parts.map((part) => decode(part));
  if (!first) return { screen: 'start' };
  if (first === 'join') {
    const zone = new URLSearchParams(search).get('zone') ?? undefined;
    return { screen: 'join', code: second, zone };
  }
  if (first === 'events' && second && !third) return { screen: 'event', id: second };
  if (first === 'events' && second && third === 'help') {
    return { screen: 'ask', event: second, step: fourth ?? 'category' };
  }
  if (first === 'events' && second && third === 'announcements' && !fourth) {
    return { screen: 'announcements', event: second };
  }
  if (first === 'requests' && second) return { screen: 'request', key: second };
  if (first === 'me' && second === 'register') return { screen: 'register' };
  if (first === 'me' && second === 'sign-in') return { screen: 'sign-in' };
  if (second) return { screen: 'unknown' };
  if (first === 'browse' || first === 'scan' || first === 'history' || first === 'me')
    return { screen: first };
  return { screen: 'unknown' };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
