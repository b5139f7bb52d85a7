import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Hourglass } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { keeper } from '../api/clients';
import { EmptyState } from '../components/EmptyState';
import { useNotify } from '../components/Notices';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { usePageTitle } from '../components/usePageTitle';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { ApprovalSteps } from './ApprovalSteps';

/** How often it is asked whether the organization was approved. */
const LOOK_MS = 15_000;

/** Why a member cannot work yet, and what can be prepared. */
export function OrganizationPage() {
  const { t } = useTranslation('sessions');
  const member = useMember();
  const notify = useNotify();
  const { organization_name: organization, organization_status: status } = member;
  usePageTitle(t('waiting.pendingTitle'));
  useEffect(() => {
    const timer = setInterval(() => void keeper.refresh(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const waited = useRef(status !== 'approved');
  useEffect(() => {
    if (status === 'approved' && waited.current)
      notify({ tone: 'success', text: t('waiting.approved', { organization }) });
  }, [status, organization, notify, t]);

  if (status === 'approved') return <Navigate to="/" replace />;
  return (
    <Page width={640}>
      <EmptyState
        page
        icon={Hourglass}
        title={t('waiting.pendingTitle')}
        text={t('waiting.pendingText', { organization })}
      >
        <Button variant="outlined" onClick={() => void keeper.refresh()}>
          {t('waiting.checkNow')}
        </Button>
      </EmptyState>
      <Panel sx={{ p: 3, display: 'grid', gap: 3, gridTemplateColumns: { sm: '1fr 1fr' } }}>
        <ApprovalSteps />
        {manages(member) && <Meanwhile />}
      </Panel>
    </Page>
  );
}

function Meanwhile() {
  const { t } = useTranslation('sessions');
  return (
    <Box sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
      <Typography variant="h3" component="h2">
        {t('waiting.pendingMeanwhile')}
      </Typography>
      <Button component={Link} to="/events" variant="outlined" color="inherit">
        {t('waiting.pendingEvents')}
      </Button>
      <Button component={Link} to="/team" variant="outlined" color="inherit">
        {t('waiting.pendingTeam')}
      </Button>
      <Typography variant="body2" color="textSecondary">
        {t('waiting.pendingNote')}
      </Typography>
    </Box>
  );
}
