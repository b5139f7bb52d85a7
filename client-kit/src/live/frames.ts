/** The frames of the live protocol, version 1 (`docs/protocol.md` says what each promises). */
import type { MessengerSchemas } from '../api';

export type Conversation = MessengerSchemas['Conversation'];
export type HelpRequest = MessengerSchemas['HelpRequest'];
export type Message = MessengerSchemas['Message'];
export type MessageBody = MessengerSchemas['Body'];
export type Location = MessengerSchemas['Location'];

/** The subprotocol that both sides name. */
export const SUBPROTOCOL = 'steward.v1';

/** Everything up to `seq` of this conversation is here, without holes. */
export interface Position {
  conversation: string;
  seq: number;
  version?: number;
}

export interface Limits {
  frame_bytes: number;
  text_characters: number;
  unacknowledged: number;
}

export interface HelloFrame {
  type: 'hello';
  token: string;
  device: string;
  epoch?: string;
  positions: Position[];
}

export interface SendFrame {
  type: 'send';
  client_id: string;
  conversation: string;
  previous?: string;
  body: MessageBody;
  reply_to?: number;
  location?: Location;
}

export type ClientFrame =
  | HelloFrame
  | SendFrame
  | { type: 'token'; token: string }
  | { type: 'received' | 'seen'; conversation: string; seq: number }
  | { type: 'typing'; conversation: string }
  | ({ type: 'locate'; conversation: string } & Location)
  | { type: 'watch'; topic: string; seq?: number }
  | { type: 'unwatch'; topic: string }
  | { type: 'pong' };

export interface WelcomeFrame {
  type: 'welcome';
  connection: string;
  epoch: string;
  heartbeat_s: number;
  limits: Limits;
  now: string;
}

export interface ConversationFrame {
  type: 'conversation';
  conversation: string;
  state: Conversation;
}

export type MessageFrame = { type: 'message' } & Message;

export interface AckFrame {
  type: 'ack';
  client_id: string;
  conversation: string;
  seq: number;
  at: string;
  duplicate?: boolean;
}

export type RefusalCode =
  | 'invalid'
  | 'unknown'
  | 'not_found'
  | 'closed'
  | 'forbidden'
  | 'conflict'
  | 'order'
  | 'too_fast'
  | 'too_many_unacknowledged'
  | 'overloaded'
  | 'unavailable';

export interface RefusedFrame {
  type: 'refused';
  client_id?: string | null;
  /** What it was about, where it was no message. */
  conversation?: string | null;
  code: RefusalCode | (string & {});
  /** Whether the very same may be sent again. */
  retry: boolean;
  after_ms?: number | null;
  detail?: string | null;
}

export interface BehindFrame {
  type: 'behind';
  conversation: string;
  head: number;
}

/** Somebody has, or has read, a conversation up to `seq`. */
export interface ReceiptFrame {
  type: 'received' | 'seen';
  conversation: string;
  person: string;
  seq: number;
}

/** Names the heartbeat when it changed, as when a phone that was only connected asks for help. */
export interface PingFrame {
  type: 'ping';
  heartbeat_s?: number;
}

export interface TypingFrame {
  type: 'typing';
  conversation: string;
  person: string;
}

export interface PresenceFrame {
  type: 'presence';
  conversation: string;
  person: string;
  online: boolean;
}

export interface LocatedFrame {
  type: 'located';
  conversation: string;
  person: string;
  latitude: number;
  longitude: number;
  accuracy?: number | null;
  /** When it was told. */
  at: string;
}

export interface PlaceFrame {
  type: 'place';
  request: string;
  conversation: string;
  event: string;
  place: number;
  estimated_seconds?: number | null;
}

/** A help request appeared, changed, or left the queue (its status says which). */
export interface RequestFrame {
  type: 'request';
  event: string;
  request: HelpRequest;
  waiting: number;
}

/** How many wait at an event; sent when it begins to be watched. */
export interface QueueFrame {
  type: 'queue';
  event: string;
  waiting: number;
}

/** Those who lead: nobody has answered these for too long; `count` 0 when the alarm is over. */
export interface UnansweredFrame {
  type: 'unanswered';
  event: string;
  count: number;
  /** The first of them: critical ones first, then the oldest. */
  requests: HelpRequest[];
}

export interface OperationsFrame {
  type: 'operations';
  event: string;
  [figure: string]: unknown;
}

/** The store went back in time: what is here must be read again. */
export interface ResetFrame {
  type: 'reset';
  conversation?: string | null;
  epoch: string;
}

export type ServerFrame =
  | WelcomeFrame
  | ConversationFrame
  | MessageFrame
  | AckFrame
  | RefusedFrame
  | BehindFrame
  | ReceiptFrame
  | TypingFrame
  | PresenceFrame
  | LocatedFrame
  | PlaceFrame
  | RequestFrame
  | QueueFrame
  | UnansweredFrame
  | OperationsFrame
  | ResetFrame
  | { type: 'synced' }
  | PingFrame
  | { type: 'bye'; delay_ms: number };

/** Reads a frame; nothing for what is no frame, which an app does better to ignore than to fall over. */
export function parseFrame(text: unknown): ServerFrame | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const frame: unknown = JSON.parse(text);
    const known = typeof frame === 'object' && frame !== null && 'type' in frame;
    return known ? (frame as ServerFrame) : undefined;
  } catch {
    return undefined;
  }
}
