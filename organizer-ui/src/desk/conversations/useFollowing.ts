import { useEffect } from 'react';
import type { Conversation } from '../../api/types';
import { manages } from '../../sessions/rules';
import { useMember } from '../../sessions/useSession';
import { useDesk } from '../client/hooks';
import { takesPart } from '../client/view';

/** Lets a conversation that somebody who leads only looks at come live while it is on the screen. */
export function useFollowing(state: Conversation | undefined): void {
  const desk = useDesk();
  const member = useMember();
  const follows = state?.status === 'open' && manages(member) && !takesPart(state, member.id);
  const id = state?.id;
  useEffect(() => (follows && id ? desk.follow(id) : undefined), [desk, id, follows]);
}
