/** The shapes of the services, by the names that the dashboard uses. */

import type { AuthSchemas, CoreSchemas, MessengerPaths, MessengerSchemas } from '@steward/client-kit/api';

export type Administrator = AuthSchemas['Administrator'];
export type DashboardSession = AuthSchemas['DashboardSession'];
export type Member = AuthSchemas['Member'];
export type NewMember = AuthSchemas['NewMember'];
export type NewOrganization = AuthSchemas['NewOrganization'];
export type Organization = AuthSchemas['Organization'];
export type OrganizationStatus = Organization['status'];
export type RegisteredOrganization = AuthSchemas['RegisteredOrganization'];
export type Role = Member['role'];

export type Event = CoreSchemas['Event'];
export type EventChange = CoreSchemas['EditEvent'];
export type EventStatus = Event['status'];
export type Incident = CoreSchemas['Incident'];
export type IncidentChange = CoreSchemas['EditIncident'];
export type IncidentComment = CoreSchemas['IncidentComment'];
export type IncidentStatus = Incident['status'];
export type NewEvent = CoreSchemas['NewEvent'];
export type NewIncident = CoreSchemas['NewIncident'];
export type NewSavedReply = CoreSchemas['NewSavedReply'];
export type Severity = Incident['severity'];
export type SavedReply = CoreSchemas['SavedReply'];

export type Announcement = MessengerSchemas['Announcement'];
export type Answer = MessengerSchemas['Answer'];
type AuditQuery = NonNullable<MessengerPaths['/messenger/v1/audit']['get']['parameters']['query']>;
export type AuditAction = NonNullable<AuditQuery['action']>;
export type AuditEntry = MessengerSchemas['AuditEntry'];
export type Availability = MessengerSchemas['Availability'];
export type Colleague = MessengerSchemas['Colleague'];
export type Category = MessengerSchemas['Category'];
export type Conversation = MessengerSchemas['Conversation'];
export type EventContext = MessengerSchemas['EventContext'];
export type Facts = MessengerSchemas['Facts'];
export type Handover = MessengerSchemas['Handover'];
export type Excerpt = MessengerSchemas['Excerpt'];
export type Found = MessengerSchemas['Found'];
export type HelpRequest = MessengerSchemas['HelpRequest'];
export type Location = MessengerSchemas['Location'];
export type Message = MessengerSchemas['Message'];
export type NewAvailability = MessengerSchemas['Offer'];
export type Outcome = MessengerSchemas['Outcome'];
export type Photo = MessengerSchemas['Photo'];
export type Priority = MessengerSchemas['Priority'];
export type Satisfaction = MessengerSchemas['Satisfaction'];
export type Receiver = MessengerSchemas['Receiver'];

/** One page of a list; `next` is the cursor of the following one. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}
