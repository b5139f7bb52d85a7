/** The files of attachments as pages show them: each is fetched once, and shown from memory. */

export type Size = 'thumbnail' | 'original';

/** Where files outlive the page. */
export interface FileShelf {
  get(name: string): Promise<Blob | undefined>;
  put(name: string, file: Blob): Promise<void>;
}

/** So many are held in memory; whoever scrolls far back fetches what was let go once more. */
const MOST = 200;

export class AttachmentFiles {
  private readonly known = new Map<string, Promise<string>>();

  constructor(
    private readonly read: (id: string, size: Size) => Promise<Blob>,
    private readonly shelf?: FileShelf,
  ) {}

  /** An address under which the page can show it. */
  url(id: string, size: Size): Promise<string> {
    const name = nameOf(id, size);
    const known = this.known.get(name);
    if (known) return known;
    const url = this.find(id, size).then((file) => URL.createObjectURL(file));
    this.remember(name, url);
    // What failed is asked for again.
    url.catch(() => this.known.get(name) === url && this.known.delete(name));
    return url;
  }

  /** A file of one's own need not be fetched. */
  keep(id: string, file: Blob): void {
    for (const size of ['thumbnail', 'original'] as const) {
      this.remember(nameOf(id, size), Promise.resolve(URL.createObjectURL(file)));
      void this.shelf?.put(nameOf(id, size), file).catch(() => undefined);
    }
  }

  private async find(id: string, size: Size): Promise<Blob> {
    const name = nameOf(id, size);
    const stored = await this.shelf?.get(name).catch(() => undefined);
    if (stored) return stored;
    const file = await this.read(id, size);
    // A phone keeps what it has seen.
    void this.shelf?.put(name, file).catch(() => undefined);
    return file;
  }

  private remember(name: string, url: Promise<string>): void {
    this.known.set(name, url);
    for (const [oldest, its] of this.known) {
      if (this.known.size <= MOST) return;
      this.known.delete(oldest);
      void its.then((gone) => URL.revokeObjectURL(gone)).catch(() => undefined);
    }
  }
}

function nameOf(id: string, size: Size): string {
  return size === 'original' ? id : `${id}/${size}`;
}
