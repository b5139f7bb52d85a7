/** The pages that one can go to from everywhere, by who one is. */

import {
  Archive,
  Building2,
  CalendarDays,
  Headset,
  type LucideIcon,
  ScrollText,
  Siren,
  UsersRound,
} from 'lucide-react';
import type { DashboardSession } from '../api/types';
import { manages } from '../sessions/rules';

export interface Destination {
  to: string;
  icon: LucideIcon;
  text:
    | 'navigation.archive'
    | 'navigation.audit'
    | 'navigation.desk'
    | 'navigation.events'
    | 'navigation.incidents'
    | 'navigation.team'
    | 'navigation.organizations';
}

const DESK: Destination = { to: '/desk', icon: Headset, text: 'navigation.desk' };
const INCIDENTS: Destination = { to: '/incidents', icon: Siren, text: 'navigation.incidents' };
const EVENTS: Destination = { to: '/events', icon: CalendarDays, text: 'navigation.events' };
const ARCHIVE: Destination = { to: '/archive', icon: Archive, text: 'navigation.archive' };
const AUDIT: Destination = { to: '/audit', icon: ScrollText, text: 'navigation.audit' };
const TEAM: Destination = { to: '/team', icon: UsersRound, text: 'navigation.team' };
const ORGANIZATIONS: Destination = {
  to: '/organizations',
  icon: Building2,
  text: 'navigation.organizations',
};

/**
 * Administrators see the administration only; members of an organization that waits can prepare; what was done is for
 * those who lead.
 */
export function destinationsOf(session: DashboardSession): Destination[] {
  if (session.administrator) return [ORGANIZATIONS];
  if (session.member?.organization_status === 'blocked') return [];
  if (session.member?.organization_status === 'pending') return [EVENTS, TEAM];
  const leads = session.member && manages(session.member);
  return [DESK, INCIDENTS, EVENTS, ARCHIVE, TEAM, ...(leads ? [AUDIT] : [])];
}
