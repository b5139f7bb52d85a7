import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { RegisteredOrganization } from '../api/types';
import { ApprovalSteps } from './ApprovalSteps';

/** What happens after registering, and what can be done meanwhile. */
export function RegistrationDone({
  registered: { organization, member },
}: {
  registered: RegisteredOrganization;
}) {
  const { t } = useTranslation('organizations');
  const open = organization.status === 'approved';
  const values = { organization: organization.name, email: member.email };
  return (
    <>
      <div role="status">
        <Typography variant="h1">
          {t(open ? 'registration.approvedTitle' : 'registration.doneTitle')}
        </Typography>
      </div>
      <Typography color="textSecondary" sx={{ mt: 1, mb: 3 }}>
        {t(open ? 'registration.approvedText' : 'registration.doneText', values)}
      </Typography>
      {!open && <ApprovalSteps />}
      <Button
        component={RouterLink}
        to="/sign-in"
        state={{ email: member.email }}
        variant="contained"
        size="large"
        fullWidth
        sx={{ mt: 3 }}
      >
        {t('registration.goOn')}
      </Button>
    </>
  );
}
