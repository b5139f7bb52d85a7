/** Things of the services as tests need them, each different from the usual only where the test says so. */

import type { Conversation, Event, HelpRequest, Member, Message } from '../src/api/types';

export const ME = 'aaaaaaaa-0000-7000-8000-000000000001';
export const THEM = 'bbbbbbbb-0000-7000-8000-0000000000b2';
export const EVENT = 'eeeeeeee-0000-7000-8000-000000000001';
export const T0 = '2026-07-04T18:00:00Z';

/** A time so many seconds after the first. */
export function at(seconds: number): string {
  return new Date(Date.parse(T0) + seconds * 1000).toISOString();
}

export function request(part: Partial<HelpRequest> = {}): HelpRequest {
  return {
    id: 'request-1',
    conversation: 'conversation-1',
    event: EVENT,
    status: 'waiting',
    category: 'medical',
    priority: 'normal',
    triage: {},
    text: 'Please help',
    zone: null,
    location: null,
    participant: { id: THEM, name: 'Mara', phone: null, email: null },
    member: null,
    opened_at: T0,
    taken_at: null,
    closed_at: null,
    outcome: null,
    place: null,
    estimated_seconds: null,
    unverified: false,
    version: 1,
    counts_since: part.opened_at ?? T0,
    waiting_since: part.opened_at ?? T0,
    untouched: false,
    ...part,
  } as HelpRequest;
}

export function conversation(part: Partial<Conversation> = {}): Conversation {
  return {
    id: 'conversation-1',
    kind: 'help',
    event: EVENT,
    status: 'open',
    version: 1,
    first_seq: 1,
    last_seq: 0,
    participants: [{ id: THEM, name: 'Mara' }],
    members: [{ id: ME, name: 'Sam' }],
    received: {},
    seen: {},
    request: request({ status: 'taken', member: { id: ME, name: 'Sam' } }),
    opened_at: T0,
    closed_at: null,
    ...part,
  } as Conversation;
}

export function message(seq: number, text: string, part: Partial<Message> = {}): Message {
  return {
    conversation: 'conversation-1',
    seq,
    client_id: `client-${seq}`,
    sender: { id: THEM, kind: 'participant' },
    at: at(seq),
    body: { kind: 'text', text },
    reply_to: null,
    location: null,
    ...part,
  } as Message;
}

export const mine = { sender: { id: ME, kind: 'member' } } as const;

export function event(part: Partial<Event> = {}): Event {
  return {
    id: EVENT,
    organization: 'organization-1',
    name: 'Harbour Lights',
    description: 'Three nights',
    code: 'FEST26',
    status: 'published',
    address: 'Promenade 1',
    latitude: 53.5,
    longitude: 9.9,
    starts_at: at(0),
    ends_at: at(6 * 3600),
    emergency_number: '112',
    zones: [{ id: 'zone-1', name: 'Gate A' }],
    contacts: [{ id: 'contact-1', name: 'First aid', role: null, phone: '+49 40 1' }],
    version: 3,
    created_at: T0,
    updated_at: T0,
    ...part,
  } as Event;
}

export function member(part: Partial<Member> = {}): Member {
  return {
    id: ME,
    organization: 'organization-1',
    organization_name: 'Harbour Lights Association',
    organization_status: 'approved',
    name: 'Sam Okafor',
    email: 'sam@example.org',
    phone: null,
    role: 'staff',
    created_at: T0,
    ...part,
  } as Member;
}
