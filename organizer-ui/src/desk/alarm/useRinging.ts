import { useEffect, useMemo, useState } from 'react';
import type { HelpRequest } from '../../api/types';
import { ring } from './chime';
import { useMuted } from './mute';

/** An alarm that nobody reacts to sounds again after this. */
const AGAIN_MS = 8_000;

/**
 * Sounds as long as somebody is named whom the person here has not silenced. Silencing holds for those who are named
 * now; whoever waits too long after that rings again.
 */
export function useRinging(requests: readonly HelpRequest[]): { silent: boolean; silence: () => void } {
  const muted = useMuted();
  const [silenced, setSilenced] = useState<ReadonlySet<string>>(new Set());
  const loud = useMemo(() => requests.filter(({ id }) => !silenced.has(id)), [requests, silenced]);
  const critical = loud.some(({ priority }) => priority === 'critical');
  const rings = loud.length > 0 && !muted;
  useEffect(() => {
    if (!rings) return;
    ring(critical);
    const timer = setInterval(() => ring(critical), AGAIN_MS);
    return () => clearInterval(timer);
  }, [rings, critical]);
  const silence = () => setSilenced(new Set(requests.map(({ id }) => id)));
  return { silent: !rings, silence };
}
