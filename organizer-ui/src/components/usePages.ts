import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../api/types';

/** A list that the service gives in pages; "show more" reads on. */
export function usePages<T>(
  key: QueryKey,
  read: (after: string | undefined) => Promise<Page<T>>,
  { enabled = true, refetchInterval }: { enabled?: boolean; refetchInterval?: number } = {},
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (previous) => previous,
    enabled,
    refetchInterval,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}
