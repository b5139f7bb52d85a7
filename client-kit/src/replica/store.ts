import type { Conversation, Message } from '../live';

/** What was kept of everything. */
export interface Kept {
  epoch?: string;
  states: Conversation[];
  messages: Message[];
}

/** Where an app keeps conversations. Each call is durable when its promise resolves. */
export interface ReplicaStore {
  load(): Promise<Kept>;
  /** One conversation, as another tab may have left it. */
  loadOne(conversation: string): Promise<{ state?: Conversation; messages: Message[] }>;
  putEpoch(epoch: string): Promise<void>;
  putState(state: Conversation): Promise<void>;
  putMessages(messages: Message[]): Promise<void>;
  /** In one step: these messages instead of all that were kept of the conversation. */
  replace(conversation: string, messages: Message[]): Promise<void>;
}

/** Keeps nothing beyond the life of the page: the replica itself holds everything. */
export class NoReplicaStore implements ReplicaStore {
  async load(): Promise<Kept> {
    return { states: [], messages: [] };
  }
  async loadOne(): Promise<{ messages: Message[] }> {
    return { messages: [] };
  }
  async putEpoch(): Promise<void> {}
  async putState(): Promise<void> {}
  async putMessages(): Promise<void> {}
  async replace(): Promise<void> {}
}
