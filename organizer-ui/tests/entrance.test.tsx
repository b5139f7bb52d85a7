import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keeper } from '../src/api/clients';
import { RegistrationForm } from '../src/registrations/RegistrationForm';
import { SignInForm } from '../src/sessions/SignInForm';
import { show } from './fakes';
import { member } from './samples';
import { refusal, serve } from './server';

afterEach(() => vi.unstubAllGlobals());

describe('signing in', () => {
  it('asks for both fields before the service is asked', async () => {
    const asked = serve({});
    show(<SignInForm submit="Sign in" />);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getAllByText('Please fill this in.')).toHaveLength(2);
    expect(screen.getByLabelText('E-mail').getAttribute('aria-invalid')).toBe('true');
    expect(asked).toEqual([]);
  });

  it('says that e-mail and password do not fit, keeps them, and lets one in when they do', async () => {
    const answers = [refusal(401, 'wrong_credentials'), { body: { kind: 'member', member: member() } }];
    serve({ 'POST /auth/v1/sessions': () => answers.shift() ?? refusal(500, 'unavailable') });
    const done = vi.fn();
    show(<SignInForm submit="Sign in" onDone={done} />);
    await userEvent.type(screen.getByLabelText('E-mail'), ' sam@example.org ');
    await userEvent.type(screen.getByLabelText('Password'), 'harbour lights{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('do not belong together');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'harbour lights');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(keeper.state().phase).toBe('signed-in');
  });

  it('says that the organization is blocked', async () => {
    serve({ 'POST /auth/v1/sessions': () => refusal(403, 'organization_blocked') });
    show(<SignInForm submit="Sign in" email="sam@example.org" fixed />);
    await userEvent.type(screen.getByLabelText('Password'), 'harbour lights{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('blocked by an administrator');
  });
});

describe('registering an organization', () => {
  const fill = async () => {
    const texts = {
      Name: 'City Marathon',
      Address: 'Main Square 1',
      'Your name': 'Mia',
      'E-mail': 'mia@example.org',
    };
    for (const [label, text] of Object.entries(texts)) {
      await userEvent.type(screen.getByRole('textbox', { name: label }), text);
    }
    await userEvent.type(screen.getByLabelText('Password'), 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Register' }));
  };

  it('shows the reason at the refused field and keeps everything that was typed', async () => {
    const errors = [{ field: 'owner.password', reason: 'must be 8 to 128 characters long' }];
    const asked = serve({ 'POST /auth/v1/organizations': () => refusal(422, 'invalid', { errors }) });
    show(<RegistrationForm onDone={() => undefined} />);
    await fill();
    await screen.findByText('Must be 8 to 128 characters long.');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'short');
    expect(screen.getByRole('textbox', { name: 'Address' })).toHaveProperty('value', 'Main Square 1');
    expect(asked[0]?.body).toEqual({
      organization: { name: 'City Marathon', address: 'Main Square 1' },
      owner: { name: 'Mia', email: 'mia@example.org', password: 'short' },
    });
  });

  it('says at the e-mail that it is somebody’s', async () => {
    serve({ 'POST /auth/v1/organizations': () => refusal(409, 'email_taken') });
    show(<RegistrationForm onDone={() => undefined} />);
    await fill();
    await screen.findByText(/belongs to somebody already/);
  });
});
