export { FIRST_WAIT_MS, fullJitter, LONGEST_WAIT_MS } from './backoff';
export { LiveClient, type LiveOptions, type LiveState, liveUrl, type Socket, type Token } from './client';
export { type AfterClose, afterClose, type StopReason } from './close-codes';
export * from './frames';
