/** What screens show of conversations, put together from the parts that know it; the same object until it changes. */

import type { Outbox } from '@steward/client-kit/outbox';
import type { Replica } from '@steward/client-kit/replica';
import type { Conversation } from '../../api/types';
import type { History } from './history';
import type { Notes } from './notes';
import type { TypingStore } from './typing-store';
import { type ConversationView, viewOf } from './view';

export interface ViewsOptions {
  /** The member at this desk. */
  me: string;
  replica: Replica;
  outbox: Outbox;
  history: History;
  notes: Notes;
  typing: TypingStore;
}

export class Views {
  private readonly views = new Map<string, ConversationView>();
  private readonly online = new Map<string, boolean>();
  /** Conversations that the service no longer shows to this member. */
  private readonly gone = new Set<string>();

  constructor(private readonly options: ViewsOptions) {}

  /** The service shows it to this member, or does so no longer. */
  show(id: string, shown: boolean): void {
    if (shown) this.gone.delete(id);
    else this.gone.add(id);
  }

  /** Whether somebody is connected, as far as it concerns this conversation. */
  present(id: string, person: string, online: boolean): void {
    this.online.set(`${id} ${person}`, online);
  }

  state(id: string): Conversation | undefined {
    return this.gone.has(id) ? undefined : this.options.replica.copy(id)?.state;
  }

  /** It is put together anew when it is next asked for. */
  outdate(id: string): void {
    this.views.delete(id);
  }

  view(id: string): ConversationView {
    const view = this.views.get(id) ?? this.make(id);
    this.views.set(id, view);
    return view;
  }

  private make(id: string): ConversationView {
    const { me, replica, outbox, history, notes, typing } = this.options;
    const copy = replica.copy(id);
    const state = this.state(id);
    const participant = state?.participants[0]?.id;
    return viewOf(
      {
        id,
        state,
        notes: replica.copy(notes.of(id)),
        pendingNotes: notes.namesOf(id).flatMap((name) => outbox.of(name)),
        earlier: history.messages(id),
        messages: copy?.messages ?? [],
        head: replica.head(id),
        pending: outbox.of(id),
        incomplete: copy?.incomplete ?? false,
        hasEarlier: state !== undefined && history.hasMore(id),
        loadingEarlier: history.isLoading(id),
        typing: typing.of(id).filter((person) => person !== me),
        online: participant ? this.online.get(`${id} ${participant}`) : undefined,
      },
      me,
    );
  }
}
