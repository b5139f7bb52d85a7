/** The key of everything that is kept from the services: one place, so that a change knows what it outdates. */

import type { AuditAction, EventStatus, IncidentStatus, OrganizationStatus } from './types';

export interface OrganizationFilter {
  status?: OrganizationStatus;
  text?: string;
}

export interface EventFilter {
  status?: EventStatus;
  text?: string;
}

export interface ArchiveFilter {
  text?: string;
  participant?: string;
  event?: string;
  member?: string;
  tag?: string;
  outcome?: string;
  closed?: boolean;
  from?: string;
  to?: string;
}

export interface AuditFilter {
  entity?: string;
  actor?: string;
  action?: AuditAction;
  event?: string;
  from?: string;
  to?: string;
}

export interface IncidentFilter {
  event?: string;
  status?: IncidentStatus;
  /** Only those on which there is something to be done. */
  open?: boolean;
  conversation?: string;
  text?: string;
}

export const queryKeys = {
  archive: (filter: ArchiveFilter) => ['archive', filter] as const,
  audit: (filter: AuditFilter) => ['audit', filter] as const,
  organizations: {
    all: ['organizations'] as const,
    list: (filter: OrganizationFilter) => ['organizations', 'list', filter] as const,
  },
  events: {
    all: ['events'] as const,
    list: (filter: EventFilter) => ['events', 'list', filter] as const,
    open: ['events', 'open'] as const,
    one: (id: string) => ['events', 'one', id] as const,
  },
  members: {
    all: ['members'] as const,
  },
  availability: ['availability'] as const,
  conversations: {
    all: ['conversations'] as const,
    closed: ['conversations', 'closed'] as const,
    earlier: (id: string) => ['conversations', 'earlier', id] as const,
    one: (id: string) => ['conversations', 'one', id] as const,
  },
  colleagues: ['colleagues'] as const,
  handovers: (conversation: string) => ['handovers', conversation] as const,
  helpRequests: {
    waiting: (event: string) => ['help-requests', 'waiting', event] as const,
    one: (id: string) => ['help-requests', 'one', id] as const,
  },
  incidents: {
    lists: ['incidents', 'list'] as const,
    list: (filter: IncidentFilter) => ['incidents', 'list', filter] as const,
    one: (id: string) => ['incidents', 'one', id] as const,
    comments: (id: string) => ['incidents', 'comments', id] as const,
    conversations: (id: string) => ['incidents', 'conversations', id] as const,
  },
  team: (event: string) => ['team', event] as const,
  savedReplies: ['saved-replies'] as const,
  tags: (beginning: string) => ['tags', beginning] as const,
  announcements: (event: string) => ['announcements', event] as const,
  eventContext: (id: string) => ['event-context', id] as const,
};
