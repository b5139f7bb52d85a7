/**
 * Sharing where this phone is, for as long as the person wants and the conversation is open. That it is shared is
 * kept, so that an app that was killed goes on, or at least shows that it does; that it ended is told until the
 * server knows.
 */
import type { Location } from '@steward/client-kit/live';
import { fullJitter } from '@steward/client-kit/live';
import { isTemporary } from '@steward/client-kit/problem';
import type { Conversations } from '../conversations/conversations';
import { isOpen } from '../help-requests/model';
import type { HelpRequests } from '../help-requests/requests';
import type { NoLocation } from '../location/find';
import { Observable } from '../state/observable';
import { type Database, readLatest } from '../storage/database';
import type { Tabs } from '../tabs/tabs';
import type { Watch } from './watch';

export interface LiveLocationOptions {
  database: Database;
  tabs: Tabs;
  requests: HelpRequests;
  conversations: Conversations;
  /** Tells the server where the phone is; what does not get through is made up for by the next place. */
  tell: (conversation: string, location: Location) => void;
  /** Tells the server that nothing is shared any more. */
  stop: (conversation: string) => Promise<void>;
}

interface Kept {
  key: 'live location';
  /** The request whose people may see it. */
  request: string;
  /** The server has heard of it. */
  known?: boolean;
  /** Nothing is shared any more; the server was not told yet. */
  stopping?: boolean;
}

export class LiveLocation extends Observable {
  private kept: Kept | undefined;
  private watch: Watch | undefined;
  private missing: NoLocation | undefined;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopping = false;
  /** Whether what is kept was read: before, the requests are not known either. */
  private begun = false;

  constructor(private readonly options: LiveLocationOptions) {
    super();
    const { tabs, requests, conversations } = options;
    tabs.hear(({ about }) => {
      if (about === 'live location' && this.begun) void this.load();
    });
    requests.subscribe(() => this.check());
    conversations.subscribe(() => this.check());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.wake();
    });
  }

  async load(): Promise<void> {
    this.begun = true;
    this.kept = await readLatest(this.options.database, 'meta', () =>
      this.options.database.get<Kept>('meta', 'live location'),
    );
    this.changed();
    this.check();
    await this.follow();
    this.work();
  }

  /** The request in which this phone is shared, and whether it is about to stop. */
  get sharing(): { request: string; stopping: boolean; found: boolean; missing?: NoLocation } | undefined {
    if (!this.kept) return undefined;
    const { request, stopping = false } = this.kept;
    return { request, stopping, found: this.watch?.last !== undefined, missing: this.missing };
  }

  async share(request: string): Promise<void> {
    await this.keep({ key: 'live location', request });
    await this.follow();
  }

  /** Ends it here at once, and tells the server as soon as that is possible. */
  async end(request: string): Promise<void> {
    this.unfollow();
    await this.keep({ key: 'live location', request, stopping: true });
    this.work();
  }

  /** There is a connection: the newest place goes out, and what was stopped ends there, too. */
  work(): void {
    const { kept, watch } = this;
    if (kept?.stopping) void this.tellEnd(kept);
    else if (kept && watch?.last) this.tell(watch.last);
    else if (kept && !watch) void this.follow();
  }

  /** The screen is on again: the phone may have moved meanwhile. */
  wake(): void {
    if (this.watch) this.watch.wake();
    else void this.follow();
  }

  private async follow(): Promise<void> {
    if (!this.kept || this.kept.stopping) return this.unfollow();
    if (!navigator.geolocation) return this.miss('unknown');
    if (this.watch) return;
    const code = await import('./watch').catch(() => undefined);
    // It may have ended while its code was being fetched.
    if (this.watch || !this.kept || this.kept.stopping) return;
    // Without its code nothing is found. It is tried again with the next connection, and when the screen is on again;
    // many browsers ask for the same code only once, though, and need the app to be opened again.
    if (!code) return this.miss('unknown');
    this.miss(undefined);
    this.watch = new code.Watch({
      onPlace: (location) => {
        this.tell(location);
        this.changed();
      },
      onMissing: (reason) => this.miss(reason),
    });
  }

  private miss(reason: NoLocation | undefined): void {
    if (this.missing === reason) return;
    this.missing = reason;
    this.changed();
  }

  private unfollow(): void {
    this.watch?.end();
    this.watch = undefined;
    this.missing = undefined;
  }

  private tell(location: Location): void {
    const conversation = this.options.requests.get(this.kept?.request ?? '')?.conversation;
    if (conversation) this.options.tell(conversation, location);
  }

  /** It ends with its request; another device may have stopped it. */
  private check(): void {
    const { kept } = this;
    if (!kept) return;
    const local = this.options.requests.get(kept.request);
    if (!local || !isOpen(local)) return void this.forget();
    const located = this.options.conversations.copy(local)?.state?.located;
    const isKnown = !!located && !located.stopped_at;
    if (isKnown && !kept.known && !kept.stopping) void this.keep({ ...kept, known: true });
    if (located?.stopped_at && kept.known) void this.forget();
  }

  private async tellEnd(kept: Kept): Promise<void> {
    const conversation = this.options.requests.get(kept.request)?.conversation;
    if (this.stopping || !conversation) return;
    this.stopping = true;
    clearTimeout(this.timer);
    try {
      await this.options.stop(conversation);
      this.failures = 0;
      if (this.kept === kept) await this.forget();
    } catch (error) {
      if (isTemporary(error)) this.timer = setTimeout(() => this.work(), fullJitter(this.failures++));
      else if (this.kept === kept) await this.forget();
    }
    this.stopping = false;
  }

  private async forget(): Promise<void> {
    this.unfollow();
    this.kept = undefined;
    await this.options.database.write({ table: 'meta', remove: ['live location'] });
    this.told();
  }

  private async keep(kept: Kept): Promise<void> {
    this.kept = kept;
    await this.options.database.write({ table: 'meta', put: [kept] });
    this.told();
  }

  private told(): void {
    this.options.tabs.tell({ about: 'live location' });
    this.changed();
  }
}
