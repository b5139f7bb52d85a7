import { JOIN_CODE_LENGTH, joinCode } from '@steward/client-kit/ids';
import { BASE, paths, routeOf } from '../router/routes';

/** Where a scanned code leads within the app: the link of a poster, of whatever server, or a bare join code. */
export function pathOf(scanned: string): string | undefined {
  const text = scanned.trim();
  try {
    const { pathname, search } = new URL(text);
    const at = pathname.indexOf(BASE);
    const path = at < 0 ? '' : pathname.slice(at);
    const route = routeOf(path, search);
    if (route.screen !== 'join' || !route.code) return undefined;
    const zone = route.zone ? `?zone=${encodeURIComponent(route.zone)}` : '';
    return paths.join(route.code) + zone;
  } catch {
    const code = joinCode(text);
    return text.length === JOIN_CODE_LENGTH && code.length === JOIN_CODE_LENGTH
      ? paths.join(code)
      : undefined;
  }
}
