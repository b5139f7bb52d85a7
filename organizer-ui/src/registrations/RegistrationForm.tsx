import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, cookieAuth } from '../api/clients';
import { codeOf, useProblemText } from '../api/problems';
import type { NewOrganization, RegisteredOrganization } from '../api/types';
import { Field } from '../components/Field';
import { FormSection } from '../components/FormSection';
import { PasswordField } from '../components/PasswordField';
import { useForm } from '../components/useForm';

const EMPTY = { name: '', address: '', website: '', ownerName: '', email: '', password: '', phone: '' };

function bodyOf(values: typeof EMPTY): NewOrganization {
  return {
    organization: {
      name: values.name.trim(),
      address: values.address.trim(),
      website: values.website.trim() || undefined,
    },
    owner: {
      name: values.ownerName.trim(),
      email: values.email.trim(),
      password: values.password,
      phone: values.phone.trim() || undefined,
    },
  };
}

interface Props {
  onDone: (registered: RegisteredOrganization) => void;
}

/** The organization, then its owner. What was typed stays when the service refuses. */
export function RegistrationForm({ onDone }: Props) {
  const { t } = useTranslation(['organizations', 'common']);
  const problemText = useProblemText();
  const form = useForm(EMPTY);
  const registration = useMutation({
    mutationFn: (body: NewOrganization) => answer(cookieAuth.POST('/auth/v1/organizations', { body })),
    onSuccess: onDone,
    onError: (error) => {
      if (codeOf(error) === 'email_taken') form.check({ 'owner.email': t('registration.emailTaken') });
      else form.refuse(error);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { name, address, ownerName, email, password } = form.values;
    const required = (value: string) => (value.trim() === '' ? t('common:field.required') : undefined);
    const complete = form.check({
      'organization.name': required(name),
      'organization.address': required(address),
      'owner.name': required(ownerName),
      'owner.email': required(email),
      'owner.password': required(password),
    });
    if (complete) registration.mutate(bodyOf(form.values));
  };
  const unnamed = registration.isError && Object.keys(form.errors).length === 0;

  return (
    <form onSubmit={send} noValidate>
      {unnamed && (
        <Alert severity="error" sx={{ mb: 2.5 }}>
          {problemText(registration.error)}
        </Alert>
      )}
      <FormSection title={t('registration.organization')} plain>
        <Field
          {...hinted(form.field('name', 'organization.name'), t('registration.nameHint'))}
          label={t('registration.name')}
          autoComplete="organization"
          required
          autoFocus
        />
        <Field
          {...form.field('address', 'organization.address')}
          label={t('registration.address')}
          autoComplete="street-address"
          required
        />
        <Field
          {...hinted(form.field('website', 'organization.website'), t('registration.websiteHint'))}
          label={t('registration.website')}
          type="url"
          autoComplete="url"
        />
      </FormSection>
      <FormSection title={t('registration.owner')} plain>
        <Field
          {...hinted(form.field('ownerName', 'owner.name'), t('registration.ownerNameHint'))}
          label={t('registration.ownerName')}
          autoComplete="name"
          required
        />
        <Box sx={{ display: 'grid', gap: 2.25, gridTemplateColumns: { sm: '3fr 2fr' } }}>
          <Field
            {...hinted(form.field('email', 'owner.email'), t('registration.emailHint'))}
            label={t('registration.email')}
            type="email"
            autoComplete="email"
            required
          />
          <Field
            {...form.field('phone', 'owner.phone')}
            label={t('registration.phone')}
            type="tel"
            autoComplete="tel"
          />
        </Box>
        <PasswordField
          {...hinted(form.field('password', 'owner.password'), t('registration.passwordHint'))}
          label={t('registration.password')}
          autoComplete="new-password"
          required
        />
      </FormSection>
      <Button type="submit" variant="contained" size="large" fullWidth loading={registration.isPending}>
        {t('registration.submit')}
      </Button>
    </form>
  );
}

/** A hint below a field gives way to the reason why it was refused. */
function hinted<T extends { helperText: string | undefined }>(field: T, hint: string): T {
  return { ...field, helperText: field.helperText ?? hint };
}
