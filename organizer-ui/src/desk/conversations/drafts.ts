/** What was written and not sent, kept for each member and conversation, through reloads and sign-outs. */

const PREFIX = 'steward.draft';
/** Drafts that nobody came back to are forgotten after this. */
const KEEP_MS = 14 * 24 * 60 * 60 * 1000;

interface Kept {
  text: string;
  at: number;
}

export class Drafts {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly member: string,
    private readonly storage: Storage = localStorage,
    private readonly clock: () => number = () => Date.now(),
  ) {
    this.forgetOld();
  }

  /** The draft of a conversation, or an empty text. */
  read(conversation: string): string {
    return this.parse(this.storage.getItem(this.key(conversation)))?.text ?? '';
  }

  /** Keeps a draft; one of nothing but space is forgotten. */
  write(conversation: string, text: string): void {
    if (text.trim() === '') this.storage.removeItem(this.key(conversation));
    else this.keep(conversation, text);
    for (const listener of this.listeners) listener();
  }

  /** Tells when a draft changes. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private keep(conversation: string, text: string): void {
    const kept: Kept = { text, at: this.clock() };
    try {
      this.storage.setItem(this.key(conversation), JSON.stringify(kept));
    } catch {
      // A full storage costs the copy that survives a reload; the text stays in the field.
    }
  }

  private key(conversation: string): string {
    return `${PREFIX}.${this.member}.${conversation}`;
  }

  private parse(text: string | null): Kept | null {
    if (text === null) return null;
    try {
      return JSON.parse(text) as Kept;
    } catch {
      return null;
    }
  }

  private forgetOld(): void {
    const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index));
    for (const key of keys) {
      if (!key?.startsWith(`${PREFIX}.`)) continue;
      const kept = this.parse(this.storage.getItem(key));
      if (!kept || this.clock() - kept.at > KEEP_MS) this.storage.removeItem(key);
    }
  }
}
