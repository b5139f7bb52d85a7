/** Who is writing where. Nobody says when they stop, so it fades. */

/** Somebody who writes says so every three seconds at most; two of these may be lost. */
const FADE_MS = 6000;

/** The member's own writing is told at most this often. */
const TELL_MS = 3_000;

export class TypingStore {
  private told = 0;
  private readonly writing = new Map<string, Map<string, ReturnType<typeof setTimeout>>>();

  constructor(private readonly changed: (conversation: string) => void) {}

  /** Whether it is time to tell again that the member is writing. */
  mayTell(): boolean {
    const now = Date.now();
    if (now - this.told < TELL_MS) return false;
    this.told = now;
    return true;
  }

  /** Who is writing in a conversation. */
  of(conversation: string): string[] {
    return [...(this.writing.get(conversation)?.keys() ?? [])];
  }

  note(conversation: string, person: string): void {
    const people = this.writing.get(conversation) ?? new Map();
    this.writing.set(conversation, people);
    const before = people.get(person);
    clearTimeout(before);
    people.set(
      person,
      setTimeout(() => this.stop(conversation, person), FADE_MS),
    );
    if (before === undefined) this.changed(conversation);
  }

  /** Their message has come, or they are gone. */
  stop(conversation: string, person: string): void {
    const people = this.writing.get(conversation);
    clearTimeout(people?.get(person));
    if (people?.delete(person)) this.changed(conversation);
  }
}
