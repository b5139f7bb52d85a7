/** What a member may do about a conversation that goes on. */

import type { Conversation } from '../../api/types';
import { takesPart } from '../client/view';

/** True for whoever has the conversation; others of the members were invited. */
export function holds(state: Conversation | undefined, me: string): boolean {
  return state?.request?.status === 'taken' && state.request.member?.id === me;
}

/** Members who take part beside whoever has it. */
export function invitedOf(state: Conversation): Conversation['members'] {
  return state.members.filter((member) => member.id !== state.request?.member?.id);
}

export interface Powers {
  handOver: boolean;
  invite: boolean;
  join: boolean;
  decline: boolean;
  leave: boolean;
  judge: boolean;
  remove: boolean;
}

/** Who has it hands it over, and leads do; whoever takes part invites; whoever was invited leaves. */
export function powersOf(state: Conversation, me: string, leads: boolean): Powers {
  const open = state.status === 'open';
  const taken = open && state.request?.status === 'taken';
  const has = open && holds(state, me);
  const inside = open && takesPart(state, me);
  return {
    handOver: taken && (has || leads),
    invite: inside,
    join: open && leads && !inside,
    decline: has && state.request?.untouched === true,
    leave: inside && !has,
    judge: open && (inside || leads),
    remove: open && (has || leads),
  };
}
