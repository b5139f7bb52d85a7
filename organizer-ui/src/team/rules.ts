/** Who may change whom in a team. The services decide; the page only leaves out what would be refused. */

import type { Member, Role } from '../api/types';
import { grantableRoles } from '../sessions/rules';

const RANK: Record<Role, number> = { staff: 0, manager: 1, owner: 2 };

/** The roles that one member may give another: none to oneself, none above one's own, none of a superior. */
export function rolesFor(me: Pick<Member, 'id' | 'role'>, other: Pick<Member, 'id' | 'role'>): Role[] {
  if (me.id === other.id || RANK[other.role] > RANK[me.role]) return [];
  return grantableRoles(me.role);
}

/** Owners first, then managers, then staff; by name within a role. */
export function inOrder(members: readonly Member[], language: string): Member[] {
  return [...members].sort((a, b) => RANK[b.role] - RANK[a.role] || a.name.localeCompare(b.name, language));
}
