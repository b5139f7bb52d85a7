import { Observable } from '../state/observable';
import type { Database, Loss } from './database';

/** Whether this phone keeps what it shows. */
export class StorageState extends Observable {
  constructor(private readonly database: Database) {
    super();
    database.onLost = () => this.changed();
  }

  get loss(): Loss | undefined {
    return this.database.loss;
  }

  /** At once where nothing was ever stored. */
  onceLost(act: () => void): void {
    if (this.loss) act();
    else this.subscribe(act);
  }

  /** The browser asks before the page is closed while the only copy of something would go with it. */
  guard(holdsSomething: () => boolean): void {
    addEventListener('beforeunload', (leaving) => {
      if (this.loss && holdsSomething()) leaving.preventDefault();
    });
  }
}
