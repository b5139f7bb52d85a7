/** What the client does after the server closed the socket. */

/** Why the connection ended for good: only the person, or a new version of the app, can change it. */
export type StopReason = 'unauthenticated' | 'revoked' | 'version' | 'replaced';

export type AfterClose =
  | { do: 'resume' }
  | { do: 'back-off'; atLeastMs: number }
  | { do: 'sign-in-again' }
  | { do: 'stop'; reason: StopReason };

/** After abuse the server does not want to hear from this app for so long. */
const ABUSE_WAIT_MS = 60_000;
/** When the server is overloaded or without its database, a second attempt within this helps nobody. */
const BUSY_WAIT_MS = 1_000;

/** The reaction to each close code; a code that is not listed is a broken connection. */
export function afterClose(code: number): AfterClose {
  switch (code) {
    case 4101: // drained
    case 4102: // slow
    case 4103: // no heartbeat
      return { do: 'resume' };
    case 4201: // too fast
    case 4202: // overloaded
    case 4203: // database away
      return { do: 'back-off', atLeastMs: BUSY_WAIT_MS };
    case 4405: // abuse
      return { do: 'back-off', atLeastMs: ABUSE_WAIT_MS };
    case 4401:
      return { do: 'sign-in-again' };
    case 4402:
      return { do: 'stop', reason: 'revoked' };
    case 4403:
      return { do: 'stop', reason: 'version' };
    case 4404:
      return { do: 'stop', reason: 'replaced' };
    default:
      return { do: 'back-off', atLeastMs: 0 };
  }
}
