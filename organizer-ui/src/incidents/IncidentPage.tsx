import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Incident } from '../api/types';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { AnswerAll } from './AnswerAll';
import { Comments } from './Comments';
import { IncidentState } from './IncidentState';
import { IncidentStatusChip } from './IncidentStatusChip';
import { IncidentWords } from './IncidentWords';
import { RemoveIncident } from './RemoveIncident';
import { reachOf } from './rules';
import { ToldBy } from './ToldBy';
import { useIncident } from './useIncidents';
import { useSaving } from './useSaving';
import { useToldBy } from './useToldBy';

/** An incident: what is known, who told of it and is answered, what is done about it. */
export function IncidentPage() {
  const { incident: id = '' } = useParams();
  const query = useIncident(id);
  if (query.data) return <Known incident={query.data} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Page>
      <Loading rows={4} height={96} />
    </Page>
  );
}

function Known({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  const leads = manages(useMember());
  const { save, isPending } = useSaving(incident.id);
  return (
    <Page>
      <PageHeader
        title={incident.title}
        badge={<IncidentStatusChip status={incident.status} />}
        back={{ to: '/incidents', label: t('page.back') }}
      >
        {leads && <RemoveIncident incident={incident} />}
        <AnswerButton incident={incident} />
      </PageHeader>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 320px' },
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
          <IncidentWords incident={incident} busy={isPending} onSave={save} />
          <ToldBy incident={incident} />
          <Comments incident={incident.id} />
        </Box>
        <Box sx={{ order: { xs: -1, md: 0 }, minWidth: 0 }}>
          <IncidentState
            incident={incident}
            busy={isPending}
            onChange={(change) => void save(change, incident.version)}
          />
        </Box>
      </Box>
    </Page>
  );
}

function AnswerButton({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  const [answering, setAnswering] = useState(false);
  const [text, setText] = useState('');
  const { data = [] } = useToldBy(incident);
  const reach = reachOf(data);
  return (
    <>
      <Button
        variant="contained"
        startIcon={<MessagesSquare size={17} aria-hidden />}
        disabled={reach.open === 0}
        onClick={() => setAnswering(true)}
      >
        {t('answer.open')}
      </Button>
      <AnswerAll
        incident={incident.id}
        open={answering}
        reach={reach}
        text={text}
        onText={setText}
        onClose={() => setAnswering(false)}
      />
    </>
  );
}
