import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useLocation, useNavigate, useSearchParams } from 'react-router';
import { usePageTitle } from '../components/usePageTitle';
import { Entrance } from './Entrance';
import { returnPath } from './rules';
import { SignInForm } from './SignInForm';

/** The door of the dashboard. */
export function SignInPage() {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const known = (useLocation().state as { email?: string } | null)?.email;
  usePageTitle(t('signIn.title'));
  return (
    <Entrance>
      <Typography variant="h1">{t('signIn.title')}</Typography>
      <Typography color="textSecondary" sx={{ mt: 0.5, mb: 3.5 }}>
        {t('signIn.lead')}
      </Typography>
      <SignInForm
        email={known}
        submit={t('signIn.submit')}
        onDone={(session) => void navigate(returnPath(search.get('from'), session), { replace: true })}
      />
      <Typography color="textSecondary" sx={{ mt: 3.5 }}>
        {t('signIn.noAccount')}{' '}
        <Link component={RouterLink} to="/register">
          {t('signIn.register')}
        </Link>
      </Typography>
    </Entrance>
  );
}
