import { useEffect, useState } from 'preact/hooks';

/** What depends on the time of day looks again this often. */
const LOOK_MS = 15_000;

/** This phone's clock, in milliseconds since 1970. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
