import type { Tabs } from './tabs';

/** The tab that holds the connection answers within this, unless the browser froze it. */
const ANSWER_MS = 1_500;
const LOCK = 'steward-link';

export interface LeaderOptions {
  tabs: Tabs;
  /** This tab holds the connection from now on. */
  onLead: () => void;
  /** Another tab took over. */
  onFollow: () => void;
}

/** Chooses the tab that holds the connection: the first one, or the one in front when that one does not answer. */
export class Leader {
  private leads = false;
  private isAlone = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LeaderOptions) {
    options.tabs.hear(({ about }) => {
      if (about === 'link') clearTimeout(this.timer);
    });
  }

  get leading(): boolean {
    return this.leads;
  }

  start(): void {
    const { locks } = this.options.tabs;
    // Tabs that share nothing, or cannot agree, lead themselves.
    if (!locks) {
      this.leadAlone();
      return;
    }
    void this.wait(locks, false);
    this.ask(locks);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.ask(locks);
    });
  }

  /** Leads from now on, whatever other tabs do. */
  leadAlone(): void {
    this.isAlone = true;
    this.lead();
  }

  private wait(locks: LockManager, steal: boolean): Promise<void> {
    // The lock is held until the tab closes or another one takes it away, which rejects the request.
    const held = locks.request(LOCK, { steal }, () => {
      this.lead();
      return new Promise<never>(() => {});
    });
    return held.catch(() => {
      if (!this.leads || this.isAlone) return;
      this.leads = false;
      this.options.onFollow();
      void this.wait(locks, false);
    });
  }

  /** A tab that does not answer is frozen in the background: the one in front takes over. */
  private ask(locks: LockManager): void {
    if (this.leads || this.isAlone || document.visibilityState !== 'visible') return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.leads) void this.wait(locks, true);
    }, ANSWER_MS);
    this.options.tabs.tell({ about: 'who' });
  }

  private lead(): void {
    if (this.leads) return;
    this.leads = true;
    clearTimeout(this.timer);
    this.options.onLead();
  }
}
