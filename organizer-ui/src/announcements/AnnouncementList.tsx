import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Announcement } from '../api/types';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { MorePages } from '../components/MorePages';
import { Section } from '../components/Section';
import { dateTime } from '../texts/formats';
import { useAnnouncements } from './useAnnouncements';

/** What was announced, the newest first, and how far each came. */
export function AnnouncementList({ event }: { event: string }) {
  const { t } = useTranslation('announcements');
  const query = useAnnouncements(event);
  if (query.isPending) return <Loading rows={3} height={96} />;
  if (query.isError && query.items.length === 0) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <Section title={t('list.title')}>
      {query.items.length === 0 ? (
        <EmptyState icon={Megaphone} title={t('list.none')} text={t('list.noneText')} />
      ) : (
        <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2.5 }}>
          {query.items.map((announcement) => (
            <Entry key={announcement.seq} announcement={announcement} />
          ))}
        </Box>
      )}
      <MorePages query={query} />
    </Section>
  );
}

function Entry({ announcement }: { announcement: Announcement }) {
  const { t, i18n } = useTranslation('announcements');
  const { body, by, at, sent, delivered, seen } = announcement;
  const when = dateTime(at, i18n.language);
  return (
    <Box component="li">
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{body.text}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
        {by.name ? t('list.by', { name: by.name, when }) : when}
      </Typography>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, m: 0, mt: 1 }}>
        <Count label={t('list.sent')} value={sent} />
        <Count label={t('list.delivered')} value={delivered} />
        <Count label={t('list.seen')} value={seen} />
      </Box>
    </Box>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  const { i18n } = useTranslation();
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'baseline' }}>
      <Typography component="dt" variant="body2" color="textSecondary">
        {label}
      </Typography>
      <Typography component="dd" sx={{ m: 0, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {value.toLocaleString(i18n.language)}
      </Typography>
    </Box>
  );
}
