import { fieldErrors } from '@steward/client-kit/problem';
import { useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { go, Link } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { TextField } from '../ui/fields';
import { Screen } from '../ui/screen';
import { useTask } from '../ui/use-task';
import { PasswordField } from './password-field';
import { failure } from './register';

/** Somebody who registered before, perhaps on another phone. */
export function SignIn() {
  const { session, requests } = useSteward();
  useChanges(session, requests);
  const { signIn, register } = texts;
  const [form, setForm] = useState({ email: session.participant?.email ?? '', password: '' });
  const task = useTask(async () => {
    await session.signIn(form.email.trim(), form.password);
    go(paths.history, 'replace');
  });
  const errors = fieldErrors(task.error);
  const other = Object.keys(errors).length > 0 ? undefined : task.error;
  const reason = failure(other, { wrong_credentials: signIn.wrong });
  const isGuest = session.participant?.guest && !session.ended && requests.all.length > 0;
  return (
    <Screen title={signIn.title} up={paths.me} large class="sign-in">
      <p class="lead">{signIn.lead}</p>
      {isGuest && (
        <div class="notice">
          <p>{requests.anyOpen ? signIn.guestOpen : signIn.guest}</p>
          <Link to={paths.register} class="text-link">
            {signIn.register}
          </Link>
        </div>
      )}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          task.run();
        }}
      >
        <TextField
          label={register.email}
          type="email"
          value={form.email}
          onText={(email) => setForm({ ...form, email })}
          error={errors.email}
          autocomplete="username"
          required
        />
        <PasswordField
          value={form.password}
          onText={(password) => setForm({ ...form, password })}
          error={errors.password}
          autocomplete="current-password"
        />
        {reason && (
          <p class="field-error" role="alert">
            {reason}
          </p>
        )}
        <button type="submit" class="primary" aria-disabled={task.working}>
          {task.working ? signIn.working : signIn.signIn}
        </button>
      </form>
    </Screen>
  );
}
