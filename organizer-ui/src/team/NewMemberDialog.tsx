import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { codeOf, useProblemText } from '../api/problems';
import type { Role } from '../api/types';
import { Field } from '../components/Field';
import { DialogForm, FormDialog } from '../components/FormDialog';
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
  const { t } = useTranslation('team');
  return (
    <FormDialog open={open} title={t('new.title')} onClose={onClose}>
      <NewMemberForm onClose={onClose} />
    </FormDialog>
  );
}

function NewMemberForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['team', 'common']);
  const problemText = useProblemText();
  const notify = useNotify();
  const me = useMember();
  const form = useForm(EMPTY);
  const create = useNewMember();
  const send = () => {
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
    <DialogForm
      text={t('new.lead')}
      problem={unnamed ? problemText(create.error) : undefined}
      confirm={t('new.submit')}
      busy={create.isPending}
      onSubmit={send}
      onCancel={onClose}
    >
      <Stack spacing={2.25}>
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
    </DialogForm>
  );
}
