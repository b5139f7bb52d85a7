import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, auth } from '../api/clients';
import { useProblemText } from '../api/problems';
import { type OrganizationFilter, queryKeys } from '../api/queryKeys';
import type { Organization, OrganizationStatus } from '../api/types';
import { useNotify } from '../components/Notices';
import { usePages } from '../components/usePages';

/** Organizations by status and text, page by page. */
export function useOrganizations(filter: OrganizationFilter) {
  return usePages(queryKeys.organizations.list(filter), (after) =>
    answer(auth.GET('/auth/v1/organizations', { params: { query: { ...filter, after, limit: 50 } } })),
  );
}

interface Change {
  organization: Organization;
  status: OrganizationStatus;
}

/** Approves or blocks, says so, and offers the way back. */
export function useStatusChange() {
  const { t } = useTranslation(['organizations', 'common']);
  const queries = useQueryClient();
  const notify = useNotify();
  const problemText = useProblemText();

  const change = useMutation({
    mutationFn: ({ organization, status }: Change) =>
      answer(
        auth.PATCH('/auth/v1/organizations/{id}', {
          params: { path: { id: organization.id } },
          body: { status },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.organizations.all }),
    onError: (error) => notify({ tone: 'error', text: problemText(error) }),
  });

  const undo = ({ organization: { name, ...rest }, status }: Change) =>
    change.mutate(
      { organization: { name, ...rest }, status },
      {
        onSuccess: () => notify({ tone: 'info', text: t('undone', { name, status: t(`status.${status}`) }) }),
      },
    );
  const set = (organization: Organization, status: OrganizationStatus) => {
    const { name, status: before } = organization;
    const said = status === 'blocked' ? 'block.done' : before === 'blocked' ? 'unblock.done' : 'approve.done';
    change.mutate(
      { organization, status },
      {
        onSuccess: () =>
          notify({
            tone: 'success',
            text: t(said, { name }),
            action: { label: t('common:action.undo'), run: () => undo({ organization, status: before }) },
          }),
      },
    );
  };
  return { set, isPending: change.isPending, changing: change.variables?.organization.id };
}
