/** What an event's form holds, how it becomes a call, and how two people's edits come together. */

import type { Event, EventChange, NewEvent } from '../api/types';

export interface ZoneInput {
  /** Names the row on this page; kept when the row moves. */
  key: string;
  id?: string;
  name: string;
}

export interface ContactInput {
  key: string;
  id?: string;
  name: string;
  role: string;
  phone: string;
}

/** The form as it is typed: texts, and local times without a zone. */
export interface EventInput {
  name: string;
  description: string;
  starts_at: string;
  ends_at: string;
  address: string;
  latitude: string;
  longitude: string;
  emergency_number: string;
  zones: ZoneInput[];
  contacts: ContactInput[];
}

export type EventField = keyof EventInput;
export const EVENT_FIELDS: readonly EventField[] = [
  'name',
  'description',
  'starts_at',
  'ends_at',
  'address',
  'latitude',
  'longitude',
  'emergency_number',
  'zones',
  'contacts',
];

/** A time as a field of kind `datetime-local` holds it, in this machine's zone. */
export function localTime(time: string): string {
  const moment = new Date(time);
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** An empty form: from the next full hour, for six hours. */
export function emptyEvent(now: number): EventInput {
  const hour = 60 * 60 * 1000;
  const start = Math.ceil(now / hour) * hour;
  return {
    name: '',
    description: '',
    starts_at: localTime(new Date(start).toISOString()),
    ends_at: localTime(new Date(start + 6 * hour).toISOString()),
    address: '',
    latitude: '',
    longitude: '',
    emergency_number: '',
    zones: [],
    contacts: [],
  };
}

/** An event as a form. */
export function inputOf(event: Event): EventInput {
  return {
    name: event.name,
    description: event.description,
    starts_at: localTime(event.starts_at),
    ends_at: localTime(event.ends_at),
    address: event.address,
    latitude: event.latitude?.toString() ?? '',
    longitude: event.longitude?.toString() ?? '',
    emergency_number: event.emergency_number ?? '',
    zones: event.zones.map(({ id, name }) => ({ key: id, id, name })),
    contacts: event.contacts.map(({ id, name, role, phone }) => ({
      key: id,
      id,
      name,
      role: role ?? '',
      phone,
    })),
  };
}

/** A number as people write it, with a point or a comma; null when the field is empty. */
export function decimal(text: string): number | null {
  const trimmed = text.trim().replace(',', '.').replace('−', '-');
  return trimmed === '' ? null : Number(trimmed);
}

/** What a form asks the service to keep. Rows that nobody filled in are left out. */
export function detailsOf(
  input: EventInput,
): Required<Omit<NewEvent, 'description'>> & { description: string } {
  return {
    name: input.name.trim(),
    description: input.description.trim(),
    starts_at: new Date(input.starts_at).toISOString(),
    ends_at: new Date(input.ends_at).toISOString(),
    address: input.address.trim(),
    latitude: decimal(input.latitude),
    longitude: decimal(input.longitude),
    emergency_number: input.emergency_number.trim() || null,
    zones: filledZones(input).map(({ id, name }) => ({ id, name: name.trim() })),
    contacts: filledContacts(input).map(({ id, name, role, phone }) => ({
      id,
      name: name.trim(),
      role: role.trim() || null,
      phone: phone.trim(),
    })),
  };
}

/** The rows that are sent, in their order: the service names a refused one by its place among them. */
export function filledZones(input: EventInput): ZoneInput[] {
  return input.zones.filter((zone) => zone.name.trim() !== '');
}

export function filledContacts(input: EventInput): ContactInput[] {
  return input.contacts.filter((contact) => `${contact.name}${contact.role}${contact.phone}`.trim() !== '');
}

export function changeOf(input: EventInput, version: number): EventChange {
  return { version, ...detailsOf(input) };
}

type Reason = 'required' | 'endsBeforeStart' | 'latitudeRange' | 'longitudeRange' | 'bothCoordinates';

/** What is wrong before the service is asked. */
export function reasonsOf(input: EventInput): Partial<Record<EventField, Reason>> {
  const reasons: Partial<Record<EventField, Reason>> = {};
  for (const field of ['name', 'address', 'starts_at', 'ends_at'] as const) {
    if (input[field].trim() === '') reasons[field] = 'required';
  }
  if (!reasons.starts_at && !reasons.ends_at && input.ends_at <= input.starts_at) {
    reasons.ends_at = 'endsBeforeStart';
  }
  const [latitude, longitude] = [decimal(input.latitude), decimal(input.longitude)];
  if (latitude !== null && !(Math.abs(latitude) <= 90)) reasons.latitude = 'latitudeRange';
  if (longitude !== null && !(Math.abs(longitude) <= 180)) reasons.longitude = 'longitudeRange';
  if (latitude === null && longitude !== null) reasons.latitude = 'bothCoordinates';
  if (longitude === null && latitude !== null) reasons.longitude = 'bothCoordinates';
  return reasons;
}

/** A field as the service keeps it, to compare two people's states of it. */
function meaning(input: EventInput, field: EventField): string {
  if (field === 'zones') return JSON.stringify(filledZones(input).map(({ id, name }) => [id, name.trim()]));
  if (field === 'contacts') {
    const rows = filledContacts(input);
    return JSON.stringify(
      rows.map(({ id, name, role, phone }) => [id, name.trim(), role.trim(), phone.trim()]),
    );
  }
  return input[field].trim();
}

export interface Merged {
  /** Mine, with what only they changed taken over. */
  input: EventInput;
  /** Fields that both changed, each differently: mine stands in `input` until somebody chooses. */
  conflicts: EventField[];
}

/** Brings an edit together with what somebody else saved since `base` was read. */
export function merge(base: EventInput, mine: EventInput, theirs: EventInput): Merged {
  const input = { ...mine };
  const conflicts: EventField[] = [];
  for (const field of EVENT_FIELDS) {
    const [was, here, there] = [base, mine, theirs].map((state) => meaning(state, field));
    if (there === was || there === here) continue;
    if (here === was) adopt(input, field, theirs);
    else conflicts.push(field);
  }
  return { input, conflicts };
}

/** Takes a field over from another state. */
export function adopt<F extends EventField>(input: EventInput, field: F, from: EventInput): void {
  input[field] = from[field];
}

export type EventState = 'live' | 'upcoming' | 'past' | 'archived';

/** Where an event stands now. */
export function stateOf(event: Pick<Event, 'status' | 'starts_at' | 'ends_at'>, now: number): EventState {
  if (event.status === 'archived') return 'archived';
  if (now < Date.parse(event.starts_at)) return 'upcoming';
  return now > Date.parse(event.ends_at) ? 'past' : 'live';
}

/** How long after its end an event still belongs to the desk: people get home, lost things are looked for. */
const AFTERMATH_MS = 24 * 60 * 60 * 1000;

/** The events whose queues the desk follows: open ones that are not long over, those on now first. */
export function deskEvents<E extends Pick<Event, 'status' | 'starts_at' | 'ends_at'>>(
  events: readonly E[],
  now: number,
): E[] {
  const rank = { live: 0, upcoming: 1, past: 2, archived: 3 };
  return events
    .filter((event) => event.status === 'published' && now < Date.parse(event.ends_at) + AFTERMATH_MS)
    .sort(
      (a, b) =>
        rank[stateOf(a, now)] - rank[stateOf(b, now)] || Date.parse(a.starts_at) - Date.parse(b.starts_at),
    );
}

/** What visitors open: by scanning it, or by typing the address and the code. */
export function joinAddress(origin: string, code: string): string {
  return `${origin}/app/join/${code}`;
}
