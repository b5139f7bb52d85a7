/** The open conversations of this member, and which of them have just come. */

import type { ConversationView } from './view';

export class Mine {
  private readonly ids = new Set<string>();
  /** Those that came with the first catching up: they were here before, and ring for nobody. */
  private readonly early = new Set<string>();
  private list: ConversationView[] | null = null;

  constructor(private readonly view: (id: string) => ConversationView) {}

  /** It was here before this desk was. */
  wasHere(id: string): void {
    this.early.add(id);
  }

  /** Takes whether a conversation is this member's now; says whether that concerns the list, and whether it is new. */
  take(id: string, isMine: boolean): { listed: boolean; isNew: boolean } {
    const before = this.ids.has(id);
    if (isMine) this.ids.add(id);
    else this.ids.delete(id);
    const listed = isMine || before;
    if (listed) this.list = null;
    return { listed, isNew: isMine && !before && !this.early.delete(id) };
  }

  /** The same array until one of them changes. */
  views(): ConversationView[] {
    this.list ??= [...this.ids].map(this.view);
    return this.list;
  }
}
