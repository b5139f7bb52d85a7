/** Photos and voice clips. What it takes to send and show them is fetched when the first one is there. */
import type { Size } from '@steward/client-kit/uploads';
import type { Engine, EngineOptions } from './engine';

export class Attachments {
  private engine: Engine | undefined;
  private loading: Promise<Engine> | undefined;

  constructor(private readonly options: EngineOptions) {}

  /** Uploads what waits for it, if anything does. */
  work(): void {
    if (this.options.outbox.uploads().length === 0) return;
    if (this.engine) this.engine.uploader.work();
    // Without the network that this needs once, there is no way for the file either.
    else
      this.load()
        .then(({ uploader }) => uploader.work())
        .catch(() => undefined);
  }

  /** How much of a file is with the server, from 0 to 1. */
  share(clientId: string): number {
    return this.engine?.uploader.share(clientId) ?? 0;
  }

  /** An address under which the page can show a file. */
  async url(id: string, size: Size): Promise<string> {
    return (await this.load()).files.url(id, size);
  }

  /** A file that was sent from this phone, if it is still here. */
  async sent(id: string): Promise<Blob | undefined> {
    return (await this.load()).files.sent(id);
  }

  private load(): Promise<Engine> {
    this.loading ??= import('./engine').then(
      ({ startEngine }) => {
        this.engine = startEngine(this.options);
        return this.engine;
      },
      (error: unknown) => {
        this.loading = undefined;
        throw error;
      },
    );
    return this.loading;
  }
}
