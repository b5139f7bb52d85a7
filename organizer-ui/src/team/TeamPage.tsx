import Button from '@mui/material/Button';
import { UserPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { Panel } from '../components/Panel';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { MemberTable } from './MemberTable';
import { NewMemberDialog } from './NewMemberDialog';
import { useTeam } from './useTeam';

/** Everybody of the organization, and the way in for new ones. */
export function TeamPage() {
  const { t } = useTranslation('team');
  const me = useMember();
  const team = useTeam();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button
      variant="contained"
      startIcon={<UserPlus size={18} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('add')}
    </Button>
  );
  return (
    <Page width={960}>
      <PageHeader title={t('title')} lead={t('lead', { organization: me.organization_name })}>
        {manages(me) && add}
      </PageHeader>
      {team.isError && <ErrorState error={team.error} onRetry={() => void team.refetch()} />}
      {team.isPending && <Loading rows={5} height={60} />}
      {team.data && !team.isError && (
        <Panel>
          <MemberTable members={team.data} me={me} />
          {team.data.length === 1 && manages(me) && (
            <EmptyState icon={UsersRound} title={t('emptyTitle')} text={t('emptyText')} />
          )}
        </Panel>
      )}
      <NewMemberDialog open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
