import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, auth } from '../api/clients';
import { useProblemText } from '../api/problems';
import { queryKeys } from '../api/queryKeys';
import type { Member, NewMember, Role } from '../api/types';
import { useNotify } from '../components/Notices';

/** Pages that are read for the whole team; a team past this many hundreds is cut off. */
const MOST_PAGES = 20;

async function readAll(): Promise<Member[]> {
  const members: Member[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { after, limit: 200 };
    const { items, next } = await answer(auth.GET('/auth/v1/members', { params: { query } }));
    members.push(...items);
    if (!next) break;
    after = next;
  }
  return members;
}

/** Everybody of the organization. */
export function useTeam() {
  return useQuery({ queryKey: queryKeys.members.all, queryFn: readAll });
}

export function useNewMember() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewMember) => answer(auth.POST('/auth/v1/members', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.members.all }),
  });
}

/** Gives a member another role, says so, and offers the way back. */
export function useRoleChange() {
  const { t } = useTranslation(['team', 'common']);
  const queries = useQueryClient();
  const notify = useNotify();
  const problemText = useProblemText();
  const change = useMutation({
    mutationFn: ({ member, role }: { member: Member; role: Role }) =>
      answer(auth.PATCH('/auth/v1/members/{id}', { params: { path: { id: member.id } }, body: { role } })),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.members.all }),
    onError: (error) => notify({ tone: 'error', text: problemText(error) }),
  });
  return (member: Member, role: Role) =>
    change.mutate(
      { member, role },
      {
        onSuccess: () =>
          notify({
            tone: 'success',
            text: t('roleChanged', { name: member.name, role: t(`common:account.role.${role}`) }),
            action: {
              label: t('common:action.undo'),
              run: () => change.mutate({ member, role: member.role }),
            },
          }),
      },
    );
}

export function useRemoval() {
  const { t } = useTranslation('team');
  const queries = useQueryClient();
  const notify = useNotify();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ id }: Member) =>
      answer(auth.DELETE('/auth/v1/members/{id}', { params: { path: { id } } })),
    onSuccess: (_, { name }) => notify({ tone: 'success', text: t('remove.done', { name }) }),
    onError: (error) => notify({ tone: 'error', text: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.members.all }),
  });
}
