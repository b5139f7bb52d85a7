import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { RegisteredOrganization } from '../api/types';
import { usePageTitle } from '../components/usePageTitle';
import { Entrance } from '../sessions/Entrance';
import { RegistrationDone } from './RegistrationDone';
import { RegistrationForm } from './RegistrationForm';

/** A new organization and its owner. */
export function RegistrationPage() {
  const { t } = useTranslation('organizations');
  const [registered, setRegistered] = useState<RegisteredOrganization | null>(null);
  usePageTitle(t('registration.title'));
  if (registered) {
    return (
      <Entrance>
        <RegistrationDone registered={registered} />
      </Entrance>
    );
  }
  return (
    <Entrance width={520}>
      <Typography variant="h1">{t('registration.title')}</Typography>
      <Typography color="textSecondary" sx={{ mt: 0.5, mb: 3.5 }}>
        {t('registration.lead')}
      </Typography>
      <RegistrationForm onDone={setRegistered} />
      <Typography color="textSecondary" sx={{ mt: 3.5 }}>
        {t('registration.haveAccount')}{' '}
        <Link component={RouterLink} to="/sign-in">
          {t('registration.signIn')}
        </Link>
      </Typography>
    </Entrance>
  );
}
