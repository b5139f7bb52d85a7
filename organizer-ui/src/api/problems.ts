/** Refusals and failures, in the words of the person who reads them. */

import { ProblemError, Unreachable } from '@steward/client-kit/problem';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sentence } from '../texts/formats';

/** The code of a refusal, such as `version_conflict`; undefined for everything that is no refusal. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof ProblemError ? error.code : undefined;
}

/** A member of the refusal that belongs to its code, such as the `current` state of what changed meanwhile. */
export function extraOf(error: unknown, name: string): unknown {
  return error instanceof ProblemError ? error.problem[name] : undefined;
}

/** The fields that were refused, and why. */
export function fieldProblems(error: unknown): { field: string; reason: string }[] {
  return error instanceof ProblemError ? (error.problem.errors ?? []) : [];
}

/** Turns any failure into one sentence. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      if (error instanceof Unreachable) return t('error.unreachable');
      if (!(error instanceof ProblemError)) return t('error.unexpected');
      if (error.code === 'organization_blocked') return t('error.organizationBlocked');
      if (error.status === 403) return t('error.forbidden');
      if (error.status === 404) return t('error.notFound');
      if (error.status === 429 && error.retryAfterMs) {
        return t('error.tooMany', { seconds: Math.ceil(error.retryAfterMs / 1000) });
      }
      if (error.status >= 500) return t('error.unreachable');
      return error.problem.detail ? sentence(error.problem.detail) : t('error.unexpected');
    },
    [t],
  );
}
