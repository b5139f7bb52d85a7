import { useState } from 'react';
import type { Conversation, HelpRequest, Message } from '../../api/types';
import { type Place, placesOf } from './places';

export interface Places {
  /** Where the person was, the newest first. */
  all: readonly Place[];
  /** The one that is looked at: the newest, unless another was chosen. */
  place: Place | undefined;
  /** Looks at the place with this key; at the newest again without one. */
  choose: (key?: string) => void;
}

/** The places that a person told, and which of them the map is about. */
export function usePlaces(
  request: HelpRequest | null | undefined,
  state?: Conversation,
  messages?: readonly Message[],
): Places {
  const [chosen, choose] = useState<string>();
  const all = request ? placesOf(request, state, messages) : [];
  return { all, place: all.find(({ key }) => key === chosen) ?? all[0], choose };
}
