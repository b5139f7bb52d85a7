/**
 * The lists of the desk as the keyboard sees them: only the rows in sight are drawn, so the page itself does not know
 * what comes next.
 */

interface DrawnList {
  /** The address of each row, in order. */
  paths: readonly string[];
  /** Scrolls a row into sight. */
  reveal: (index: number) => void;
}

const drawn = new Map<Element, DrawnList>();

/** Makes a list known while it is on the page. */
export function enlist(element: Element, list: DrawnList): () => void {
  drawn.set(element, list);
  return () => drawn.delete(element);
}

/** All lists, in the order in which they stand on the page. */
function inOrder(): DrawnList[] {
  const above = (a: Element, b: Element) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING;
  return [...drawn].sort(([a], [b]) => (above(a, b) ? 1 : -1)).map(([, list]) => list);
}

/** The row before or after the one that is open; without one that is open the first, or the last. */
export function neighbour(pathname: string, by: 1 | -1): string | undefined {
  const paths = inOrder().flatMap((list) => list.paths);
  const current = paths.indexOf(pathname);
  return current < 0 ? paths.at(by > 0 ? 0 : -1) : paths[current + by];
}

/** Brings the row that leads there into sight. */
export function reveal(pathname: string): void {
  for (const list of drawn.values()) {
    const index = list.paths.indexOf(pathname);
    if (index >= 0) list.reveal(index);
  }
}
