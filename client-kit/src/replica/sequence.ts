/** Which numbers of a conversation are here: everything up to the head, and perhaps some above a hole. */
export class Sequence {
  private readonly above = new Set<number>();
  /** The highest number that is known to exist. */
  private known = 0;

  constructor(private contiguous = 0) {}

  /** Everything up to here is present, without holes. */
  get head(): number {
    return this.contiguous;
  }

  /** The highest number heard of. */
  get goal(): number {
    return Math.max(this.known, this.contiguous);
  }

  /** Whether something that exists is not here. */
  get behind(): boolean {
    return this.goal > this.contiguous;
  }

  /** Notes that a number is here; false when it was already. */
  add(seq: number): boolean {
    if (seq <= this.contiguous || this.above.has(seq)) return false;
    this.above.add(seq);
    this.expect(seq);
    this.close();
    return true;
  }

  /** Numbers up to this one exist. */
  expect(seq: number): void {
    this.known = Math.max(this.known, seq);
  }

  /** Nothing below this number can be missing: older messages were trimmed. */
  startAt(first: number): void {
    this.contiguous = Math.max(this.contiguous, first - 1);
    this.close();
  }

  /** The server has nothing more to give: what is still missing does not exist. */
  giveUp(): void {
    this.contiguous = Math.max(this.contiguous, ...this.above);
    this.known = this.contiguous;
    this.close();
  }

  private close(): void {
    for (const seq of this.above) if (seq <= this.contiguous) this.above.delete(seq);
    while (this.above.delete(this.contiguous + 1)) this.contiguous += 1;
  }
}
