/**
 * Conversations that somebody who leads looks at without taking part: they come live, with their notes, as long as they
 * are looked at. The service notes who reads; nobody in them can tell.
 */

/** Notes are made when somebody first writes one, and only those in the conversation are told: they are looked for. */
const NOTES_EVERY_MS = 10_000;

export interface FollowingOptions {
  /** Follows a conversation until the returned function is called. */
  watch: (conversation: string) => () => void;
  /** The conversation of notes beside this one, if it is known. */
  notesOf: (help: string) => string | undefined;
  /** Asks whether there are notes by now, and takes them over. */
  findNotes: (help: string) => Promise<void>;
}

interface Followed {
  help: () => void;
  notes: (() => void) | undefined;
  timer: ReturnType<typeof setInterval>;
}

export class Following {
  private readonly followed = new Map<string, Followed>();

  constructor(private readonly options: FollowingOptions) {}

  /** Follows a help conversation until the returned function is called; one screen at a time shows it. */
  follow(help: string): () => void {
    this.stop(help);
    const { watch, findNotes } = this.options;
    const find = () => {
      if (!this.followed.get(help)?.notes) void findNotes(help).catch(() => undefined);
    };
    this.followed.set(help, {
      help: watch(help),
      notes: undefined,
      timer: setInterval(find, NOTES_EVERY_MS),
    });
    this.noticed(help);
    return () => this.stop(help);
  }

  /** Something about it changed: its notes may be known now. */
  noticed(help: string): void {
    const followed = this.followed.get(help);
    const notes = this.options.notesOf(help);
    if (followed && !followed.notes && notes) followed.notes = this.options.watch(notes);
  }

  /** Nothing is followed any more. */
  stopAll(): void {
    for (const help of [...this.followed.keys()]) this.stop(help);
  }

  private stop(help: string): void {
    const followed = this.followed.get(help);
    if (!followed) return;
    this.followed.delete(help);
    clearInterval(followed.timer);
    followed.help();
    followed.notes?.();
  }
}
