import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, useProblemText } from '../api/problems';
import type { Role } from '../api/types';
import { Field } from '../components/Field';
import { useNotify } from '../components/Notices';
import { PasswordField } from '../components/PasswordField';
import { useForm } from '../components/useForm';
import { grantableRoles } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { useNewMember } from './useTeam';

const EMPTY = { name: '', email: '', phone: '', password: '', role: 'staff' as Role };

interface Props {
  open: boolean;
  onClose: () => void;
}

/** A new colleague, who can sign in at once. */
export function NewMemberDialog({ open, onClose }: Props) {
  const title = useId();
  const { t } = useTranslation('team');
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{t('new.title')}</DialogTitle>
      <NewMemberForm onClose={onClose} />
    </Dialog>
  );
}

function NewMemberForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['team', 'common']);
  const problemText = useProblemText();
  const notify = useNotify();
  const me = useMember();
  const form = useForm(EMPTY);
  const create = useNewMember();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { name, email, phone, password, role } = form.values;
    const required = (value: string) => (value.trim() === '' ? t('common:field.required') : undefined);
    if (!form.check({ name: required(name), email: required(email), password: required(password) })) return;
    create.mutate(
      { name: name.trim(), email: email.trim(), password, role, phone: phone.trim() || undefined },
      {
        onSuccess: () => {
          notify({ tone: 'success', text: t('new.done', { name: name.trim() }) });
          onClose();
        },
        onError: (error) => {
          if (codeOf(error) === 'email_taken') form.check({ email: t('new.emailTaken') });
          else form.refuse(error);
        },
      },
    );
  };
  const unnamed = create.isError && Object.keys(form.errors).length === 0;
  const password = form.field('password');
  return (
    <form onSubmit={send} noValidate>
      <DialogContent>
        <Typography color="textSecondary" sx={{ mb: 2.5 }}>
          {t('new.lead')}
        </Typography>
        <Stack spacing={2.25}>
          {unnamed && <Alert severity="error">{problemText(create.error)}</Alert>}
          <Field {...form.field('name')} label={t('name')} autoComplete="off" required autoFocus />
          <Field {...form.field('email')} label={t('email')} type="email" autoComplete="off" required />
          <Field {...form.field('phone')} label={t('new.phone')} type="tel" autoComplete="off" />
          <TextField {...form.field('role')} label={t('role')} select>
            {grantableRoles(me.role).map((role) => (
              <MenuItem key={role} value={role}>
                {t(`common:account.role.${role}`)} – {t(`roleHint.${role}`)}
              </MenuItem>
            ))}
          </TextField>
          <PasswordField
            {...password}
            helperText={password.helperText ?? t('new.passwordHint')}
            label={t('new.password')}
            autoComplete="new-password"
            required
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={create.isPending}>
          {t('new.submit')}
        </Button>
      </DialogActions>
    </form>
  );
}
