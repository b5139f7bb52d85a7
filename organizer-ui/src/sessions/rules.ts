/** Where a session leads, and what its member may do. */

import type { DashboardSession, Member, Role } from '../api/types';

/** The first page of a session. */
export function homeOf(session: DashboardSession): string {
  if (session.administrator) return '/organizations';
  const member = session.member;
  if (member?.organization_status !== 'approved') return '/organization';
  return '/desk';
}

/** A path of our own to return to after signing in; anything else, such as another site, leads home. */
export function returnPath(wanted: string | null, session: DashboardSession): string {
  const own = wanted?.startsWith('/') && !wanted.startsWith('//') && !wanted.startsWith('/sign-in');
  return own && wanted ? wanted : homeOf(session);
}

/** True for those who set up events and the team. */
export function manages(member: Pick<Member, 'role'>): boolean {
  return member.role !== 'staff';
}

/** The roles that somebody may give: nobody makes their equal's superior. */
export function grantableRoles(role: Role): Role[] {
  if (role === 'owner') return ['staff', 'manager', 'owner'];
  return role === 'manager' ? ['staff', 'manager'] : [];
}
