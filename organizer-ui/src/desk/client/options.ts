/** What a desk is made of. */

import type { Socket } from '@steward/client-kit/live';
import type { OutboxStore } from '@steward/client-kit/outbox';
import type { Conversation, HelpRequest, Message } from '../../api/types';
import type { DeskCalls } from './calls';

/** Something that calls for a person: somebody new waits, or was sent to this member; a colleague speaks to the team. */
export type Alarm =
  | { kind: 'request' | 'assigned'; request: HelpRequest }
  | { kind: 'team'; state: Conversation; message: Message };

export interface DeskOptions {
  /** The member at this desk. */
  me: string;
  device: string;
  calls: DeskCalls;
  outboxStore: OutboxStore;
  onAlarm: (alarm: Alarm) => void;
  origin?: string;
  openSocket?: (url: string, protocol: string) => Socket;
}
