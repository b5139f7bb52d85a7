import Box from '@mui/material/Box';
import { MessageSquareText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { ReplyForm } from './ReplyForm';
import { ReplyRow } from './ReplyRow';
import { useSavedReplies } from './useSavedReplies';

/** What one writes again and again: one's own, and what managers keep for everybody. */
export function SavedRepliesPage() {
  const { t } = useTranslation('replies');
  return (
    <Page width={880}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Section title={t('add')}>
          <ReplyForm />
        </Section>
        <Kept />
      </Box>
    </Page>
  );
}

function Kept() {
  const { t } = useTranslation('replies');
  const query = useSavedReplies();
  if (query.isPending) return <Loading rows={3} height={72} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.length === 0) {
    return <EmptyState icon={MessageSquareText} title={t('none')} text={t('noneText')} />;
  }
  return (
    <Section title={t('title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
        {query.data.map((reply) => (
          <ReplyRow key={`${reply.id} ${reply.version}`} reply={reply} />
        ))}
      </Box>
    </Section>
  );
}
