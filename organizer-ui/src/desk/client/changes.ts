/** Tells whoever shows something that it has changed, by name. */

type Listener = () => void;

export class Changes {
  private readonly listeners = new Map<string, Set<Listener>>();

  /** Calls the listener after each change of this name, until the returned function is called. */
  on(name: string, listener: Listener): () => void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(name);
    };
  }

  emit(name: string): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener();
  }
}
