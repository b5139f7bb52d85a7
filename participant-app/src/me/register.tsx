import { fieldErrors, isTemporary, ProblemError } from '@steward/client-kit/problem';
import { useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { go, Link } from '../router/router';
import { paths } from '../router/routes';
import { texts } from '../texts/texts';
import { TextField } from '../ui/fields';
import { Screen } from '../ui/screen';
import { useTask } from '../ui/use-task';
import { PasswordField } from './password-field';

/** What went wrong besides single fields, in words. */
export function failure(error: unknown, known: Record<string, string>): string | undefined {
  if (error === undefined) return undefined;
  if (isTemporary(error)) return texts.common.unreachable;
  if (!(error instanceof ProblemError)) return texts.common.unreachable;
  return known[error.code] ?? error.message;
}

/** A guest becomes registered and keeps everything. */
export function Register() {
  const { session } = useSteward();
  const { register } = texts;
  const [form, setForm] = useState({ name: session.participant?.name ?? '', email: '', password: '' });
  const task = useTask(async () => {
    await session.register({ ...form, name: form.name.trim(), email: form.email.trim() });
    go(paths.me, 'replace');
  });
  const errors = fieldErrors(task.error);
  const other = Object.keys(errors).length > 0 ? undefined : task.error;
  const reason = failure(other, { email_taken: register.emailTaken });
  const change = (field: keyof typeof form) => (text: string) => setForm({ ...form, [field]: text });
  return (
    <Screen title={register.title} up={paths.me} large class="register">
      <p class="lead">{register.lead}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          task.run();
        }}
      >
        <TextField
          label={register.name}
          value={form.name}
          onText={change('name')}
          error={errors.name}
          autocomplete="name"
          maxLength={100}
          required
        />
        <TextField
          label={register.email}
          type="email"
          value={form.email}
          onText={change('email')}
          error={errors.email}
          autocomplete="email"
          required
        />
        <PasswordField
          value={form.password}
          onText={change('password')}
          hint={register.passwordHint}
          error={errors.password}
          autocomplete="new-password"
        />
        {reason && (
          <p class="field-error" role="alert">
            {reason}
          </p>
        )}
        <button type="submit" class="primary" aria-disabled={task.working}>
          {task.working ? register.working : register.register}
        </button>
      </form>
      <Link to={paths.signIn} class="text-link">
        {register.have}
      </Link>
    </Screen>
  );
}
