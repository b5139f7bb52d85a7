/** The rules of asking for help. */
import type { MessengerSchemas } from '@steward/client-kit/api';

export type NewHelpRequest = MessengerSchemas['NewHelpRequest'];
export type ServerRequest = MessengerSchemas['HelpRequest'];
export type Category = ServerRequest['category'];
export type Status = ServerRequest['status'];
export type Answer = 'yes' | 'no' | 'unknown';

export const categories: readonly Category[] = [
  'medical',
  'security',
  'lost_person',
  'lost_property',
  'accessibility',
  'other',
];

/** Three questions for each category; their answers set the priority. */
export const questions = {
  medical: ['unconscious', 'bleeding', 'breathing_trouble'],
  security: ['danger_now', 'weapon', 'injured'],
  lost_person: ['child', 'in_danger', 'seen_recently'],
  lost_property: ['valuable', 'stolen', 'urgent'],
  accessibility: ['stuck', 'in_pain', 'alone'],
  other: ['danger_now', 'injured', 'alone'],
} as const satisfies Record<Category, readonly [string, string, string]>;

/** What staff should know of everybody who asks; answered beside the words, and stands with the questions. */
export const circumstances = ['for_someone_else', 'silent'] as const;
export type Circumstance = (typeof circumstances)[number];

export type Question = (typeof questions)[Category][number];

/** One call for help, as this phone knows it. */
export interface LocalRequest {
  /** Known to the server by this key until it has an id; stands in the address of its screen. */
  key: string;
  event: string;
  /** What was asked; missing when another device asked. */
  body?: NewHelpRequest;
  writtenAt: string;
  /** `unsent`: still here. `sent`: the server has it. `refused`: it will not take it. `dropped`: cancelled unsent. */
  state: 'unsent' | 'sent' | 'refused' | 'dropped';
  /** Whether the server may have heard of it, although it did not answer. */
  attempted?: boolean;
  /** The person wants it cancelled; the server was not told yet. */
  cancelling?: boolean;
  refusal?: { code: string; detail: string };
  /** It was over, and staff have opened it again. */
  reopened?: boolean;
  /** When the person last said, after a long wait, that they still need help. */
  stillNeededAt?: string;
  /** How the person found the help, while the server does not know. */
  satisfaction?: MessengerSchemas['NewSatisfaction'];
  /** They do not want to say how it was. */
  unrated?: boolean;
  conversation?: string;
  /** The newest that the server said. */
  request?: Pick<ServerRequest, 'id' | 'status'> & Partial<ServerRequest>;
}

/** What a person would say about it. */
export type Phase = 'unsent' | 'waiting' | 'taken' | 'over' | 'cancelled' | 'expired' | 'refused';

export function phaseOf(local: LocalRequest): Phase {
  if (local.state === 'dropped') return 'cancelled';
  if (local.state === 'refused') return 'refused';
  const status = local.request?.status;
  if (local.state === 'unsent' || !status) return local.cancelling ? 'cancelled' : 'unsent';
  if (local.cancelling && status === 'waiting') return 'cancelled';
  return status === 'closed' ? 'over' : status;
}

/** Whether it still waits for somebody or is being talked about. */
export function isOpen(local: LocalRequest): boolean {
  return ['unsent', 'waiting', 'taken'].includes(phaseOf(local));
}

/** Whoever waits for so long is asked whether they still need help, and again each time. */
export const LONG_WAIT_MS = 10 * 60_000;

export function isLongWait(local: LocalRequest, now: number): boolean {
  const since = Date.parse(local.stillNeededAt ?? local.writtenAt);
  return phaseOf(local) === 'waiting' && now - since >= LONG_WAIT_MS;
}

/**
 * What the server says about a request, laid over what was known. Nothing goes back from closed to open, unless staff
 * opened it again: then its version is higher.
 */
export function merge(local: LocalRequest, said: LocalRequest['request']): LocalRequest {
  if (!said) return local;
  const known = local.request;
  const final = known && ['closed', 'cancelled', 'expired'].includes(known.status);
  const open = said.status === 'waiting' || said.status === 'taken';
  const again = final && open;
  if (again && (said.version ?? 1) <= (known.version ?? 1)) return local;
  return {
    ...local,
    reopened: open && (again || local.reopened),
    state: 'sent',
    conversation: said.conversation ?? local.conversation,
    cancelling: local.cancelling && said.status === 'waiting',
    request: { ...known, ...said, ...(said.status === 'waiting' && placeOf(said, known)) },
  };
}

/** A place is told on its own: a state without one does not take it away. */
function placeOf(said: LocalRequest['request'], known: LocalRequest['request']) {
  return {
    place: said?.place ?? known?.place,
    estimated_seconds: said?.place
      ? said.estimated_seconds
      : (known?.estimated_seconds ?? said?.estimated_seconds),
  };
}

/** How long it will take, in words that promise no more than is known. */
export type Estimate = { kind: 'unknown' | 'moment' | 'long' } | { kind: 'minutes'; minutes: number };

/** Rounds up, and the coarser the farther away. */
export function estimate(seconds: number | null | undefined): Estimate {
  if (seconds === null || seconds === undefined || seconds < 0) return { kind: 'unknown' };
  if (seconds < 60) return { kind: 'moment' };
  const minutes = Math.ceil(seconds / 60);
  if (minutes > 60) return { kind: 'long' };
  return { kind: 'minutes', minutes: minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5 };
}
