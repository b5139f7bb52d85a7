/** The channels of events' teams, by event. They come live like every conversation that this member is in. */

import type { Conversation } from '../../api/types';
import type { ConversationView } from './view';

export class Teams {
  private readonly byEvent = new Map<string, string>();
  private list: readonly ConversationView[] | null = null;

  constructor(private readonly view: (id: string) => ConversationView) {}

  /** Takes what a conversation is now; says whether it is the channel of a team. */
  take(id: string, state: Conversation | undefined): boolean {
    if (state?.kind === 'team') this.byEvent.set(state.event, id);
    else if (state || ![...this.byEvent.values()].includes(id)) return false;
    this.list = null;
    return true;
  }

  /** The channel of an event's team, if there is one already. */
  of(event: string): ConversationView | undefined {
    const id = this.byEvent.get(event);
    return id === undefined ? undefined : this.view(id);
  }

  /** Those in which one can write. The same array until one of them changes. */
  open(): readonly ConversationView[] {
    this.list ??= [...this.byEvent.values()].map(this.view).filter(({ state }) => state?.status === 'open');
    return this.list;
  }
}
