import { useMutation } from '@tanstack/react-query';
import { answer, cookieAuth, keeper } from '../api/clients';
import { announceSession } from './tabs';

export interface Credentials {
  email: string;
  password: string;
}

/** Signs in; who that is stands in the session afterwards. */
export function useSignIn() {
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      answer(cookieAuth.POST('/auth/v1/sessions', { body: credentials })),
    onSuccess: (session) => {
      keeper.enter(session);
      announceSession('signed-in');
    },
  });
}

/** Ends the session. When nobody answers, the page is cleared all the same. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => answer(cookieAuth.DELETE('/auth/v1/sessions/current')),
    onSettled: () => {
      announceSession('signed-out');
      window.location.assign('/sign-in');
    },
  });
}
