/** The services, as the dashboard calls them: with the session's cookie, or with the token that it gives. */

import { answer, createAuthApi, createCoreApi, createMessengerApi } from '@steward/client-kit/api';
import { SessionKeeper } from '../sessions/keeper';

/** Cookie calls carry this header, which a page of another site cannot send. */
const OWN_HEADER = ['x-requested-with', 'steward'] as const;

/** For calls about the session itself: the cookie goes along, no token is needed. */
export const cookieAuth = createAuthApi({
  fetch: (input, init) => {
    const request = new Request(input, { ...init, credentials: 'same-origin' });
    request.headers.set(...OWN_HEADER);
    return fetch(request);
  },
});

/** Who is signed in. */
export const keeper = new SessionKeeper({
  current: () => answer(cookieAuth.GET('/auth/v1/sessions/current')),
  token: () => answer(cookieAuth.POST('/auth/v1/sessions/token')),
});

const withToken = { token: keeper.accessToken, tokenRefused: keeper.dropToken };

export const auth = createAuthApi(withToken);
export const core = createCoreApi(withToken);
export const messenger = createMessengerApi(withToken);

export { answer };
