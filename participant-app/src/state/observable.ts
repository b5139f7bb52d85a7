import { useLayoutEffect, useReducer } from 'preact/hooks';

/** Something that screens look at: it says when it changed, and they look again. */
export class Observable {
  /** Counts changes, so that whoever begins to listen can tell whether one was missed. */
  revision = 0;
  private readonly listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected changed(): void {
    this.revision += 1;
    for (const listener of [...this.listeners]) listener();
  }
}

/** Shows the component again whenever one of these changed, also between being drawn and beginning to listen. */
export function useChanges(...observed: Observable[]): void {
  const [, look] = useReducer((count: number) => count + 1, 0);
  const drawn = observed.map(({ revision }) => revision);
  useLayoutEffect(() => {
    const ends = observed.map((one) => one.subscribe(() => look(undefined)));
    if (observed.some(({ revision }, index) => revision !== drawn[index])) look(undefined);
    return () => {
      for (const end of ends) end();
    };
  }, observed);
}
