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
  /** What was sent from this page. */
  private readonly own = new Map<string, Blob>();

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
    this.own.set(id, file);
    forgetOldest(this.own);
    for (const size of ['thumbnail', 'original'] as const) {
      this.remember(nameOf(id, size), Promise.resolve(URL.createObjectURL(file)));
      void this.shelf?.put(nameOf(id, size), file).catch(() => undefined);
    }
  }

  /** A file that was sent from here, if it is still here. */
  async sent(id: string): Promise<Blob | undefined> {
    return this.own.get(id) ?? (await this.shelf?.get(nameOf(id, 'original')));
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
    const gone = forgetOldest(this.known);
    void gone?.then((its) => URL.revokeObjectURL(its)).catch(() => undefined);
  }
}

/** Takes the oldest out when there are too many. */
function forgetOldest<Value>(all: Map<string, Value>): Value | undefined {
  const [oldest] = all.size > MOST ? all : [];
  if (oldest) all.delete(oldest[0]);
  return oldest?.[1];
}

function nameOf(id: string, size: Size): string {
  return size === 'original' ? id : `${id}/${size}`;
}
