import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import type { Conversation, Found } from '../../api/types';
import { FoundItem } from '../../archive/FoundItem';
import { useArchive } from '../../archive/useArchive';
import { ErrorState } from '../../components/ErrorState';
import { Loading } from '../../components/Loading';
import { usePages } from '../../components/usePages';
import { useMember } from '../../sessions/useSession';
import { moment } from '../../texts/formats';
import { DeskItem } from '../layout/DeskItem';
import { ListHeading } from '../layout/ListHeading';
import { VirtualList } from '../layout/VirtualList';
import { useNameOf } from '../names';
import { CategoryBadge } from '../queue/CategoryBadge';
import { TagList } from '../tags/TagList';

/** Conversations that are read at once. */
const PAGE = 100;

const idOf = (conversation: Conversation) => conversation.id;
const pathOf = (conversation: Conversation) => `/desk/conversations/${conversation.id}`;

/** What is over: a member's own conversations, all of the organization for those who lead it. */
export function ClosedList({ text }: { text: string }) {
  return text.trim() === '' ? <AllClosed /> : <FoundClosed text={text} />;
}

/** How long nobody has typed before the archive is asked, in milliseconds. */
const QUIET_MS = 300;

const foundId = ({ conversation }: Found) => conversation.id;
const foundPath = ({ conversation }: Found) => pathOf(conversation);
const renderFound = (found: Found) => <FoundItem found={found} />;

const renderClosed = (closed: Conversation) => <ClosedItem conversation={closed} />;

/** What the archive finds among them. */
function FoundClosed({ text }: { text: string }) {
  const { t } = useTranslation('desk');
  const [wanted, setWanted] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useArchive({ text: wanted, closed: true });
  return (
    <Closed
      query={query}
      empty={t('list.nothingFound')}
      keyOf={foundId}
      pathOf={foundPath}
      render={renderFound}
    />
  );
}

function AllClosed() {
  const { t } = useTranslation('desk');
  const { role } = useMember();
  const all = role === 'staff' ? undefined : true;
  const query = usePages(queryKeys.conversations.closed, (after) =>
    answer(
      messenger.GET('/messenger/v1/conversations', {
        params: { query: { status: 'closed', all, after, limit: PAGE } },
      }),
    ),
  );
  return (
    <Closed query={query} empty={t('list.closedEmpty')} keyOf={idOf} pathOf={pathOf} render={renderClosed} />
  );
}

interface ClosedProps<T> {
  query: ReturnType<typeof usePages<T>>;
  /** What is said when there are none. */
  empty: string;
  keyOf: (item: T) => string;
  pathOf: (item: T) => string;
  render: (item: T) => ReactNode;
}

/** A list that reads on when its end comes into sight; after a failure it waits for the next look. */
function Closed<T>({ query, empty, keyOf, pathOf, render }: ClosedProps<T>) {
  const { t } = useTranslation('desk');
  const id = useId();
  const { items, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <section aria-labelledby={id}>
      <ListHeading id={id} title={t('list.closed')} count={0} />
      {query.isPending && <Loading rows={5} height={72} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1.25, pb: 1.5 }}>
          {empty}
        </Typography>
      )}
      {items.length > 0 && (
        <VirtualList items={items} keyOf={keyOf} pathOf={pathOf} render={render} onEnd={more} />
      )}
      {isFetchingNextPage && (
        <Box sx={{ p: 1 }}>
          <Loading rows={2} height={72} />
        </Box>
      )}
    </section>
  );
}

function ClosedItem({ conversation }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation('desk');
  const nameOf = useNameOf();
  const { request, closed_at } = conversation;
  const outcome = request?.outcome as 'resolved' | null | undefined;
  return (
    <DeskItem
      to={pathOf(conversation)}
      picture={request && <CategoryBadge category={request.category} priority={request.priority} />}
      title={nameOf(conversation.participants[0])}
      side={
        closed_at && (
          <Box component="time" dateTime={closed_at} sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {moment(closed_at, i18n.language)}
          </Box>
        )
      }
      text={request?.text}
    >
      {outcome && (
        <Box sx={{ pt: 0.25, color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 600 }}>
          {t(`close.${outcome}`, { defaultValue: t('close.other') })}
        </Box>
      )}
      {conversation.tags && conversation.tags.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, pt: 0.5 }}>
          <TagList tags={conversation.tags} />
        </Box>
      )}
    </DeskItem>
  );
}
