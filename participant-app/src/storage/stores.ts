/** How the kit's outbox and replica use the phone's database. */
import type { Conversation, Message } from '@steward/client-kit/live';
import type { OutboxEntry, OutboxStore } from '@steward/client-kit/outbox';
import type { Kept, ReplicaStore } from '@steward/client-kit/replica';
import type { Database } from './database';

export class OutboxTable implements OutboxStore {
  constructor(
    private readonly database: Database,
    /** Told after each change, so that other tabs look again. */
    private readonly onWritten: () => void,
  ) {}

  load(): Promise<OutboxEntry[]> {
    return this.database.all('outbox');
  }

  async put(entry: OutboxEntry): Promise<void> {
    await this.database.write({ table: 'outbox', put: [entry] });
    this.onWritten();
  }

  async remove(clientId: string): Promise<void> {
    await this.database.write({ table: 'outbox', remove: [clientId] });
    this.onWritten();
  }
}

export class ReplicaTables implements ReplicaStore {
  constructor(
    private readonly database: Database,
    private readonly onWritten: (conversation: string) => void,
  ) {}

  async load(): Promise<Kept> {
    const [epoch, states, messages] = await Promise.all([
      this.database.get<{ value: string }>('meta', 'epoch'),
      this.database.all<Conversation>('states'),
      this.database.all<Message>('messages'),
    ]);
    return { epoch: epoch?.value, states, messages };
  }

  async loadOne(conversation: string): Promise<{ state?: Conversation; messages: Message[] }> {
    const [state, messages] = await Promise.all([
      this.database.get<Conversation>('states', conversation),
      this.database.all<Message>('messages', conversation),
    ]);
    return { state, messages };
  }

  async putEpoch(value: string): Promise<void> {
    await this.database.write({ table: 'meta', put: [{ key: 'epoch', value }] });
  }

  async putState(state: Conversation): Promise<void> {
    await this.database.write({ table: 'states', put: [state] });
    this.onWritten(state.id);
  }

  async putMessages(messages: Message[]): Promise<void> {
    await this.database.write({ table: 'messages', put: messages });
    for (const id of new Set(messages.map(({ conversation }) => conversation))) this.onWritten(id);
  }

  async replace(conversation: string, messages: Message[]): Promise<void> {
    await this.database.write({ table: 'messages', removeOf: conversation, put: messages });
    this.onWritten(conversation);
  }
}
