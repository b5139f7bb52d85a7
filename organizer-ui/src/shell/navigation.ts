/** The pages that one can go to from everywhere, by who one is. */

import { Archive, Building2, CalendarDays, Headset, type LucideIcon, UsersRound } from 'lucide-react';
import type { DashboardSession } from '../api/types';

export interface Destination {
  to: string;
  icon: LucideIcon;
  text:
    | 'navigation.archive'
    | 'navigation.desk'
    | 'navigation.events'
    | 'navigation.team'
    | 'navigation.organizations';
}

const DESK: Destination = { to: '/desk', icon: Headset, text: 'navigation.desk' };
const EVENTS: Destination = { to: '/events', icon: CalendarDays, text: 'navigation.events' };
const ARCHIVE: Destination = { to: '/archive', icon: Archive, text: 'navigation.archive' };
const TEAM: Destination = { to: '/team', icon: UsersRound, text: 'navigation.team' };
const ORGANIZATIONS: Destination = {
  to: '/organizations',
  icon: Building2,
  text: 'navigation.organizations',
};

/** Administrators see the administration only; members of an organization that waits can prepare. */
export function destinationsOf(session: DashboardSession): Destination[] {
  if (session.administrator) return [ORGANIZATIONS];
  if (session.member?.organization_status === 'blocked') return [];
  if (session.member?.organization_status === 'pending') return [EVENTS, TEAM];
  return [DESK, EVENTS, ARCHIVE, TEAM];
}
