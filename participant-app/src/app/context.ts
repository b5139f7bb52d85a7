import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Steward } from './steward';

export const StewardContext = createContext<Steward | undefined>(undefined);

/** Everything the app is made of, for the screens. */
export function useSteward(): Steward {
  const steward = useContext(StewardContext);
  if (!steward) throw new Error('A screen stands outside of the app.');
  return steward;
}
