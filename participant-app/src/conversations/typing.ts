import { Observable } from '../state/observable';

/** Somebody who was typing and says nothing for so long has stopped. */
const FADE_MS = 5_000;
/** Our own typing is told at most this often. */
export const TELL_MS = 3_000;

/** Who is writing right now. */
export class Typing extends Observable {
  private readonly since = new Map<string, Map<string, ReturnType<typeof setTimeout>>>();

  heard(conversation: string, person: string): void {
    this.stop(conversation, person);
    const people = this.since.get(conversation) ?? new Map();
    people.set(
      person,
      setTimeout(() => {
        this.stop(conversation, person);
        this.changed();
      }, FADE_MS),
    );
    this.since.set(conversation, people);
    this.changed();
  }

  /** What somebody was writing has arrived. */
  ended(conversation: string, person: string): void {
    this.stop(conversation, person);
    this.changed();
  }

  of(conversation: string): string[] {
    return [...(this.since.get(conversation)?.keys() ?? [])];
  }

  private stop(conversation: string, person: string): void {
    const people = this.since.get(conversation);
    clearTimeout(people?.get(person));
    people?.delete(person);
  }
}
