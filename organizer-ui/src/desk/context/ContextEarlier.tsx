import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import { dateTime } from '../../texts/formats';
import { ContextSection } from './ContextSection';

/** Other conversations of the same person at this event, to be read. Nothing when there was none. */
export function ContextEarlier({ conversation }: { conversation: string }) {
  const { t, i18n } = useTranslation('desk');
  const query = useQuery({
    queryKey: queryKeys.conversations.earlier(conversation),
    queryFn: () =>
      answer(
        messenger.GET('/messenger/v1/conversations/{id}/earlier', { params: { path: { id: conversation } } }),
      ),
    staleTime: 60_000,
  });
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ContextSection title={t('earlier.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {items.map(({ id, opened_at, request }) => (
          <Box component="li" key={id}>
            <Link component={RouterLink} to={`/desk/conversations/${id}`} sx={{ fontWeight: 600 }}>
              {dateTime(opened_at, i18n.language)}
            </Link>
            <Box
              sx={{
                color: 'text.secondary',
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }}
            >
              {request?.text}
            </Box>
          </Box>
        ))}
      </Box>
    </ContextSection>
  );
}
