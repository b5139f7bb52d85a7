/** Where a person was, as far as they told: live, with messages, when asking. */

import type { Conversation, HelpRequest, Message } from '../../api/types';
import type { Point } from '../map/geometry';

export interface Place extends Point {
  /** Names it among the places of its conversation. */
  key: string;
  /** Metres by which it may be wrong; 0 when the phone did not say. */
  accuracy: number;
  at: string;
  /** `live` goes on; `stopped` was live. */
  source: 'live' | 'stopped' | 'message' | 'request';
  /** When the sharing ended. */
  stoppedAt?: string;
}

/** Whoever shares where they are says so once a minute at least; past this their phone is silent. */
const SILENT_MS = 90_000;

/** The key of the place that a message was written at. */
export const keyOfMessage = (seq: number) => `message ${seq}`;

function asked({ location, opened_at }: HelpRequest): Place[] {
  if (!location) return [];
  return [
    { ...location, accuracy: location.accuracy ?? 0, key: keyOfMessage(1), at: opened_at, source: 'request' },
  ];
}

function live(located: Conversation['located']): Place[] {
  if (!located) return [];
  const { latitude, longitude, at, stopped_at } = located;
  const source = stopped_at ? 'stopped' : 'live';
  const accuracy = located.accuracy ?? 0;
  return [{ latitude, longitude, accuracy, key: 'live', at, source, stoppedAt: stopped_at ?? undefined }];
}

function written({ location, seq, at, sender }: Message): Place[] {
  if (!location || sender.kind !== 'participant' || seq === 1) return [];
  return [{ ...location, accuracy: location.accuracy ?? 0, key: keyOfMessage(seq), at, source: 'message' }];
}

/** All of them, the newest first. The words of the request are message 1, so they have one place together. */
export function placesOf(
  request: HelpRequest,
  state?: Conversation,
  messages: readonly Message[] = [],
): Place[] {
  const places = [...asked(request), ...messages.flatMap(written), ...live(state?.located)];
  return places.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** Whether somebody who shares where they are has not been heard of for a while. */
export function isSilent(place: Place, now: number): boolean {
  return place.source === 'live' && now - Date.parse(place.at) > SILENT_MS;
}
