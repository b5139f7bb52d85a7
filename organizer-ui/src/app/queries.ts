import { isTemporary } from '@steward/client-kit/problem';
import { QueryClient } from '@tanstack/react-query';

/** Attempts after the first, for reading only: a change is repeated by whoever asked for it. */
const ATTEMPTS = 3;
/** What was read so recently is not read again when a page opens. */
const FRESH_MS = 10_000;

/** Keeps what was read. A refusal is final; silence is asked again. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: FRESH_MS,
        retry: (failures, error) => isTemporary(error) && failures < ATTEMPTS,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
