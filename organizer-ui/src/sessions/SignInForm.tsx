import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, useProblemText } from '../api/problems';
import type { DashboardSession } from '../api/types';
import { PasswordField } from '../components/PasswordField';
import { useForm } from '../components/useForm';
import { useSignIn } from './useSignIn';

interface Props {
  /** The e-mail that stands in the field at first. */
  email?: string;
  /** True when only this person may sign in here. */
  fixed?: boolean;
  submit: string;
  onDone?: (session: DashboardSession) => void;
}

/** E-mail and password, and what the service says of them. */
export function SignInForm({ email = '', fixed = false, submit, onDone }: Props) {
  const { t } = useTranslation(['sessions', 'common']);
  const problemText = useProblemText();
  const form = useForm({ email, password: '' });
  const signIn = useSignIn();

  const send = (event: FormEvent) => {
    event.preventDefault();
    const { email: address, password } = form.values;
    const required = (value: string) => (value.trim() === '' ? t('common:field.required') : undefined);
    if (!form.check({ email: required(address), password: required(password) })) return;
    signIn.mutate(
      { email: address.trim(), password },
      { onSuccess: onDone, onError: (error) => form.refuse(error) },
    );
  };

  const wrong = codeOf(signIn.error) === 'wrong_credentials';
  const named = Object.keys(form.errors).length > 0;
  return (
    <form onSubmit={send} noValidate>
      <Stack spacing={2.25}>
        {signIn.isError && !named && (
          <Alert severity="error">{wrong ? t('signIn.wrong') : problemText(signIn.error)}</Alert>
        )}
        <TextField
          {...form.field('email')}
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          autoFocus={email === ''}
          disabled={fixed}
        />
        <PasswordField
          {...form.field('password')}
          label={t('signIn.password')}
          autoComplete="current-password"
          autoFocus={email !== ''}
        />
        <Button type="submit" variant="contained" size="large" loading={signIn.isPending}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
