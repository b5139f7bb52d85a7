import Box from '@mui/material/Box';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { Loading } from './Loading';
import { MorePages } from './MorePages';
import { Panel } from './Panel';
import type { usePages } from './usePages';

interface Props<T> {
  query: ReturnType<typeof usePages<T>>;
  /** Names the list to whoever hears the page. */
  label: string;
  /** What is said when there is nothing. */
  empty: { icon: LucideIcon; title: string; text: string };
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}

/** A list that is read page by page: while it comes, when it fails, when there is nothing, and its entries. */
export function PagedList<T>({ query, label, empty, keyOf, children }: Props<T>) {
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Loading rows={6} height={76} />;
  if (query.items.length === 0) return <EmptyState {...empty} />;
  return (
    <Panel>
      <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0.75 }}>
        {query.items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </Box>
      <MorePages query={query} />
    </Panel>
  );
}
