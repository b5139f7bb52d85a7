/**
 * Who is signed in, and the short token that goes with it.
 *
 * The browser holds a cookie that scripts cannot read. It is exchanged for a token of ten minutes that lives in
 * memory only. When the cookie has ended, calls wait until somebody signed in again, so that nothing typed and
 * nothing clicked is lost.
 */

import type { Token } from '@steward/client-kit/live';
import { ProblemError } from '@steward/client-kit/problem';
import type { DashboardSession } from '../api/types';

/** A token is renewed when less than this is left of it, so that it does not expire on its way. */
const RENEW_BEFORE_MS = 60_000;

/** What is known of the session. `expired` keeps who was signed in, so that they can come back. */
export type SessionState =
  | { phase: 'loading' | 'unreachable' | 'signed-out' }
  | { phase: 'signed-in' | 'expired'; session: DashboardSession };

/** The two cookie calls that the keeper makes. */
export interface SessionCalls {
  current(): Promise<DashboardSession>;
  token(): Promise<{ access_token: string; expires_in: number }>;
}

/** The call cannot be made because nobody is signed in any more. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** Identifies who a session belongs to. */
export function personOf(session: DashboardSession): string {
  return session.member?.id ?? session.administrator?.id ?? '';
}

interface Waiting {
  resume: () => void;
  giveUp: (error: Error) => void;
}

export class SessionKeeper {
  private current: SessionState = { phase: 'loading' };
  private token: Token | null = null;
  private renewal: Promise<Token | null> | null = null;
  private waiting: Waiting[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly calls: SessionCalls,
    private readonly clock: () => number = () => Date.now(),
  ) {}

  readonly state = (): SessionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks the service who the cookie belongs to. */
  async load(): Promise<void> {
    try {
      this.enter(await this.calls.current());
    } catch (error) {
      this.become({ phase: isOver(error) ? 'signed-out' : 'unreachable' });
    }
  }

  /** Asks again, to learn of an approval or a new role; what goes wrong changes nothing. */
  async refresh(): Promise<void> {
    try {
      const session = await this.calls.current();
      if (this.current.phase !== 'signed-in') return;
      this.token = null;
      this.become({ phase: 'signed-in', session });
    } catch (error) {
      if (isOver(error)) this.expire();
    }
  }

  /** Takes over a session that was just signed in, and lets waiting calls go on. */
  enter(session: DashboardSession): void {
    this.token = null;
    this.become({ phase: 'signed-in', session });
    for (const call of this.take()) call.resume();
  }

  /** Forgets who was signed in; waiting calls give up. */
  leave(): void {
    this.token = null;
    this.become({ phase: 'signed-out' });
    for (const call of this.take()) call.giveUp(new SignedOut('Nobody is signed in.'));
  }

  /** The cookie is no longer good: asks for a fresh sign-in over whatever is on the screen. */
  expire(): void {
    this.token = null;
    if (this.current.phase === 'signed-in') this.become({ ...this.current, phase: 'expired' });
  }

  /** A token that is good for at least a minute; waits while the session has expired. */
  readonly freshToken = async (): Promise<Token> => {
    for (;;) {
      if (this.current.phase === 'expired') await this.signedInAgain();
      if (this.current.phase !== 'signed-in') throw new SignedOut('Nobody is signed in.');
      if (this.token && this.token.expiresAt - RENEW_BEFORE_MS > this.clock()) return this.token;
      this.renewal ??= this.exchange().finally(() => {
        this.renewal = null;
      });
      const token = await this.renewal;
      if (token) return token;
    }
  };

  /** The same, as the header of a call carries it. */
  readonly accessToken = async (): Promise<string> => (await this.freshToken()).value;

  /** Forgets a token that a service refused. */
  readonly dropToken = (refused: string): void => {
    if (this.token?.value === refused) this.token = null;
  };

  private signedInAgain(): Promise<void> {
    return new Promise((resume, giveUp) => {
      this.waiting.push({ resume, giveUp });
    });
  }

  /** Exchanges the cookie; null says that the session expired meanwhile. */
  private async exchange(): Promise<Token | null> {
    try {
      const { access_token, expires_in } = await this.calls.token();
      this.token = { value: access_token, expiresAt: this.clock() + expires_in * 1000 };
      return this.token;
    } catch (error) {
      if (!isOver(error)) throw error;
      this.expire();
      return null;
    }
  }

  private take(): Waiting[] {
    const waiting = this.waiting;
    this.waiting = [];
    return waiting;
  }

  private become(state: SessionState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

/** The cookie belongs to nobody any more, or to an organization that was blocked. */
function isOver(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  return error.status === 401 || error.code === 'organization_blocked';
}
