/**
 * Who uses this phone. Nobody at first; a guest as soon as one is needed; registered when they want to be.
 * Tokens are renewed by one tab at a time, since each refresh token is good for one use.
 */
import { type AuthApi, type AuthSchemas, answer } from '@steward/client-kit/api';
import { uuidV7 } from '@steward/client-kit/ids';
import type { Token } from '@steward/client-kit/live';
import { ProblemError } from '@steward/client-kit/problem';
import { Observable } from '../state/observable';
import { type Database, readLatest } from '../storage/database';
import type { Tabs } from '../tabs/tabs';

export type Participant = AuthSchemas['Participant'];

interface Kept {
  key: 'session';
  participant: Participant;
  refreshToken: string;
  accessToken: string;
  /** When the access token ends, in milliseconds since 1970 by this phone's clock. */
  expiresAt: number;
  /** Profile fields that the server has not been told yet. */
  unsaved?: ProfileChange;
  /** The server does not know this session any more: what was seen stays readable, nothing can be sent. */
  ended?: boolean;
}

export interface ProfileChange {
  name?: string | null;
  phone?: string | null;
}

export interface Registration {
  email: string;
  password: string;
  name: string;
}

/** Why what is kept does not belong to the person of tomorrow. */
export type Leaving = 'session ended' | 'signed in' | 'signed out';

/** A token with less than this left is renewed before it is used. */
const RENEW_BEFORE_MS = 45_000;

export class Session extends Observable {
  private kept: Kept | undefined;
  private deviceName = '';
  /** What somebody said about themselves before they were anybody. */
  private noted: ProfileChange | undefined;
  private renewal: Promise<Token | undefined> | undefined;
  /** The last token that the server refused, however long it should have lasted. */
  private refusedToken: string | undefined;
  /** Told before another person uses this phone: what belongs to the one before is to go, or to be closed. */
  onPersonLeaves: (change: Leaving) => Promise<void> = async () => {};

  constructor(
    private readonly api: AuthApi,
    private readonly database: Database,
    private readonly tabs: Tabs,
    private readonly locale: () => string,
  ) {
    super();
    tabs.hear(({ about }) => {
      if (about === 'session') void this.load();
    });
  }

  /** Who it is, with what they changed but the server does not know yet. */
  get participant(): Participant | undefined {
    return this.kept && { ...this.kept.participant, ...this.kept.unsaved };
  }

  /** Name and telephone number as far as they were said here. */
  get profile(): ProfileChange {
    return this.participant ?? this.noted ?? {};
  }

  get ended(): boolean {
    return this.kept?.ended ?? false;
  }

  get device(): string {
    return this.deviceName;
  }

  async load(): Promise<void> {
    const device = await this.database.get<{ value: string }>('meta', 'device');
    if (!device && !this.deviceName) {
      this.deviceName = uuidV7();
      await this.database.write({ table: 'meta', put: [{ key: 'device', value: this.deviceName }] });
    } else if (device) this.deviceName = device.value;
    const [kept, profile] = await readLatest(this.database, 'meta', () =>
      Promise.all([
        this.database.get<Kept>('meta', 'session'),
        this.database.get<{ value: ProfileChange }>('meta', 'profile'),
      ]),
    );
    this.kept = kept;
    this.noted = profile?.value;
    this.changed();
  }

  /** A token that is good for a while; nothing when nobody is signed in. Throws when it cannot be renewed now. */
  token(): Promise<Token | undefined> {
    const { kept } = this;
    if (!kept || kept.ended) return Promise.resolve(undefined);
    if (this.usable(kept)) return Promise.resolve(tokenOf(kept));
    this.renewal ??= this.tabs
      .alone('session', () => this.renew())
      .finally(() => {
        this.renewal = undefined;
      });
    return this.renewal;
  }

  /** The bare token, for calls. */
  readonly bearer = async (): Promise<string | undefined> => (await this.token())?.value;

  /** A token that was refused is not used again. */
  readonly refused = (token: string): void => {
    this.refusedToken = token;
  };

  /** Makes a guest of whoever uses this phone, unless they are somebody already. */
  async ensure(): Promise<void> {
    if (this.kept && !this.kept.ended) return;
    await this.tabs.alone('session', async () => {
      await this.load();
      if (this.kept && !this.kept.ended) return;
      const body = { device: this.deviceName, locale: this.locale() };
      await this.enter(await answer(this.api.POST('/auth/v1/guests', { body })));
    });
  }

  /** A guest becomes registered and keeps everything; nobody becomes somebody new. */
  async register(registration: Registration): Promise<void> {
    const token = await this.bearer();
    const body = { ...registration, device: this.deviceName, locale: this.locale() };
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    await this.enter(await answer(this.api.POST('/auth/v1/participants', { body, headers })));
  }

  async signIn(email: string, password: string): Promise<void> {
    const body = { email, password, device: this.deviceName };
    await this.enter(await answer(this.api.POST('/auth/v1/participants/sessions', { body })));
  }

  /** Ends the session here. The server is told if it can be reached; the phone forgets in any case. */
  async signOut(): Promise<void> {
    const token = await this.bearer().catch(() => undefined);
    if (token) {
      const headers = { authorization: `Bearer ${token}` };
      await this.api.DELETE('/auth/v1/participants/sessions/current', { headers }).catch(() => undefined);
    }
    await this.onPersonLeaves('signed out');
    this.kept = undefined;
    this.noted = undefined;
    await this.database.write({ table: 'meta', remove: ['session', 'profile'] });
    this.told();
  }

  /** Keeps a change of the profile here; the server hears of it with `saveProfile`. */
  async note(change: ProfileChange): Promise<void> {
    if (this.kept && !this.kept.ended) {
      await this.update((kept) => ({ ...kept, unsaved: { ...kept.unsaved, ...change } }));
      return;
    }
    // Nobody yet: it waits for whoever this phone's person becomes.
    this.noted = { ...this.noted, ...change };
    await this.database.write({ table: 'meta', put: [{ key: 'profile', value: this.noted }] });
    this.told();
  }

  /** Tells the server what was changed while it could not be reached. */
  async saveProfile(): Promise<void> {
    const unsaved = this.kept?.unsaved;
    const token = unsaved && (await this.bearer());
    if (!unsaved || !token) return;
    const headers = { authorization: `Bearer ${token}` };
    await answer(this.api.PATCH('/auth/v1/me', { body: unsaved, headers }));
    await this.update(({ unsaved: now, ...kept }) => {
      const participant = { ...kept.participant, ...unsaved };
      // What was changed while the server was told is told the next time.
      return same(now, unsaved) ? { ...kept, participant } : { ...kept, participant, unsaved: now };
    });
  }

  /** The server ended this session. */
  async end(): Promise<void> {
    if (this.kept && !this.kept.ended) await this.keep({ ...this.kept, ended: true });
  }

  private async enter(signedIn: AuthSchemas['SignedIn']): Promise<void> {
    const { kept } = this;
    const { participant, access_token, refresh_token, expires_in } = signedIn;
    if (kept && kept.participant.id !== participant.id) {
      await this.onPersonLeaves(kept.ended && participant.guest ? 'session ended' : 'signed in');
    }
    await this.keep({
      key: 'session',
      participant,
      refreshToken: refresh_token,
      accessToken: access_token,
      expiresAt: Date.now() + expires_in * 1000,
      // Somebody who registered before has a profile of their own.
      unsaved: participant.guest ? this.noted : undefined,
    });
    this.noted = undefined;
    await this.database.write({ table: 'meta', remove: ['profile'] });
  }

  /** Alone among the tabs: another one may have renewed it already. */
  private async renew(): Promise<Token | undefined> {
    const stored = (await this.database.get<Kept>('meta', 'session')) ?? this.kept;
    if (!stored || stored.ended) return undefined;
    if (this.usable(stored)) {
      this.kept = stored;
      return tokenOf(stored);
    }
    return this.exchange(stored);
  }

  private async exchange({ refreshToken }: Kept): Promise<Token | undefined> {
    const renewed = await this.renewed(refreshToken);
    const now = await this.database.get<Kept>('meta', 'session');
    // Somebody signed out, or in, while the server was asked: what it said is about nobody here any more.
    if (now?.refreshToken !== refreshToken) return now && this.renew();
    const kept = { ...now, ...renewed };
    await this.keep(kept);
    return kept.ended ? undefined : tokenOf(kept);
  }

  /** New tokens for an old one, or that there are no more. */
  private async renewed(refresh_token: string): Promise<Partial<Kept>> {
    try {
      const tokens = await answer(this.api.POST('/auth/v1/tokens', { body: { refresh_token } }));
      return {
        accessToken: tokens.access_token,
        refreshToken: tokens.refresh_token,
        expiresAt: Date.now() + tokens.expires_in * 1000,
      };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.temporary) throw error;
      return { ended: true };
    }
  }

  private usable({ accessToken, expiresAt }: Kept): boolean {
    const left = expiresAt - Date.now();
    // A clock that was set back would make a token look good for longer than any token is.
    return accessToken !== this.refusedToken && left > RENEW_BEFORE_MS && left < 3_600_000;
  }

  /** Changes what is kept by now: another tab may have renewed the tokens in it. */
  private update(change: (kept: Kept) => Kept): Promise<void> {
    return this.tabs.alone('session', async () => {
      const kept = (await this.database.get<Kept>('meta', 'session')) ?? this.kept;
      if (kept) await this.keep(change(kept));
    });
  }

  private async keep(kept: Kept): Promise<void> {
    this.kept = kept;
    await this.database.write({ table: 'meta', put: [kept] });
    this.told();
  }

  private told(): void {
    this.tabs.tell({ about: 'session' });
    this.changed();
  }
}

function same(one: ProfileChange | undefined, other: ProfileChange): boolean {
  return one?.name === other.name && one?.phone === other.phone;
}

function tokenOf({ accessToken, expiresAt }: Kept): Token {
  return { value: accessToken, expiresAt };
}
