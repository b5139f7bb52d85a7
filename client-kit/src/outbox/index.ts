export { MemoryOutboxStore, type OutboxEntry, type OutboxStore, type Upload } from './entry';
export { type NewEntry, Outbox, type OutboxOptions } from './outbox';
export { RestSender, type RestSenderOptions } from './rest-sender';
