import { useCallback } from 'react';
import type { Message } from '../../api/types';
import { useMemberNames } from '../../team/useMemberNames';
import type { ConversationView } from '../client/view';

/** The name of a colleague or of the person, as far as it is known. */
export function nameIn(view: ConversationView, id: string): string | undefined {
  const people = [...(view.state?.members ?? []), ...(view.state?.participants ?? [])];
  return people.find((person) => person.id === id)?.name ?? undefined;
}

/**
 * Who wrote a message, also a colleague who takes no part (any more): what they said must never look as if the person had
 * said it. In a channel, whoever has no name is `who`; a person without one has none.
 */
export function useWriters(
  view: ConversationView,
  who: string,
): (sender: Message['sender']) => string | undefined {
  const memberName = useMemberNames();
  return useCallback(
    ({ id, kind }) => {
      const known = nameIn(view, id);
      if (known || view.state?.kind === 'team') return known ?? who;
      return kind === 'member' ? memberName(id) : undefined;
    },
    [view, who, memberName],
  );
}
