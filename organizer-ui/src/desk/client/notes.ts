/**
 * Which conversation of notes stands beside which help conversation. Most have none: the first note makes it, and
 * until the service has named it, what was written waits in the outbox under a name of this desk's own.
 */

import type { Conversation } from '../../api/types';

const LOCAL = 'notes-of:';
/** What could not be made is asked for again after this. */
const AGAIN_MS = 3_000;

export interface NotesOptions {
  /** Makes the conversation of notes beside a help conversation, if there is none. */
  make: (help: string) => Promise<Conversation>;
  /** It is there: what was written under the name of this desk's own goes there. */
  made: (local: string, state: Conversation) => Promise<void>;
}

export class Notes {
  private readonly notes = new Map<string, string>();
  private readonly helps = new Map<string, string>();
  /** Help conversations whose first note was written here, and that have no conversation of notes yet. */
  private readonly missing = new Set<string>();
  private reached = false;

  constructor(private readonly options: NotesOptions) {}

  /** Takes a state; true when it is one of notes. */
  learn({ id, about }: Pick<Conversation, 'id' | 'about'>): boolean {
    if (!about) return false;
    this.notes.set(about, id);
    this.helps.set(id, about);
    return true;
  }

  /** Where notes of a help conversation go: its conversation of notes, or what stands for it until there is one. */
  of(help: string): string {
    return this.known(help) ?? this.localOf(help);
  }

  /** The conversation of notes, if the service has named one. */
  known(help: string): string | undefined {
    return this.notes.get(help);
  }

  /** All names under which notes of a help conversation may wait to be sent. */
  namesOf(help: string): string[] {
    const known = this.notes.get(help);
    return known ? [known, this.localOf(help)] : [this.localOf(help)];
  }

  /** The help conversation of notes, whatever name they have. */
  helpOf(id: string): string | undefined {
    return this.isLocal(id) ? id.slice(LOCAL.length) : this.helps.get(id);
  }

  localOf(help: string): string {
    return `${LOCAL}${help}`;
  }

  /** True for what the service does not know yet: nothing can be sent there. */
  isLocal(id: string): boolean {
    return id.startsWith(LOCAL);
  }

  /** There is a way to the service, or there is none any more. */
  reach(reached: boolean): void {
    this.reached = reached;
    for (const help of this.missing) void this.make(help);
  }

  /** Something waits for a conversation of notes. */
  need(help: string): void {
    if (this.missing.has(help)) return;
    this.missing.add(help);
    void this.make(help);
  }

  private async make(help: string): Promise<void> {
    if (!this.reached) return;
    try {
      await this.options.made(this.localOf(help), await this.options.make(help));
      this.missing.delete(help);
    } catch {
      setTimeout(() => void this.make(help), AGAIN_MS);
    }
  }
}
