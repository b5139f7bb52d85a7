import { useEffect, useReducer } from 'preact/hooks';

/** Something that screens look at: it says when it changed, and they look again. */
export class Observable {
  private readonly listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Shows the component again whenever one of these changed. */
export function useChanges(...observed: Observable[]): void {
  const [, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const ends = observed.map((one) => one.subscribe(() => look(undefined)));
    return () => {
      for (const end of ends) end();
    };
  }, observed);
}
