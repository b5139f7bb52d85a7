/** A screen follows a crowd more calmly than the crowd arrives. */

/** At most so often a screen is told: faster than anybody reads, slow enough for a hundred changes in a blink. */
const PAUSE_MS = 80;

/** Runs at once, then once more after each pause in which it was asked for. */
export class Calm {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = false;

  constructor(private readonly run: () => void) {}

  /** Asks for a run. */
  ask(): void {
    if (this.timer !== undefined) {
      this.asked = true;
      return;
    }
    this.run();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (!this.asked) return;
      this.asked = false;
      this.ask();
    }, PAUSE_MS);
  }

  /** Forgets what was asked for. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.asked = false;
  }
}
