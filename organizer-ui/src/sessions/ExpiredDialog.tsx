import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { keeper } from '../api/clients';
import { SignInForm } from './SignInForm';
import { useSessionState } from './useSession';

/** Asks for the password again over whatever is on the screen, which stays as it is. */
export function ExpiredDialog() {
  const { t } = useTranslation('sessions');
  const title = useId();
  const state = useSessionState();
  if (state.phase !== 'expired') return null;
  const { member, administrator } = state.session;
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{t('expired.title')}</DialogTitle>
      <DialogContent>
        <Typography color="textSecondary" sx={{ mb: 2.5 }}>
          {t('expired.text')}
        </Typography>
        <SignInForm email={member?.email ?? administrator?.email} fixed submit={t('expired.submit')} />
        <Button
          color="inherit"
          fullWidth
          sx={{ mt: 1.5 }}
          onClick={() => {
            keeper.leave();
            window.location.assign('/sign-in');
          }}
        >
          {t('expired.someoneElse')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
