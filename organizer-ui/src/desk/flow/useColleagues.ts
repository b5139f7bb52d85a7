import { useQuery } from '@tanstack/react-query';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';

/** Who is on duty changes by the minute: a list that stays open is read again after this. */
const FRESH_MS = 5_000;

/** The colleagues, those on duty first, and how busy they are; read when a list of them is opened. */
export function useColleagues() {
  return useQuery({
    queryKey: queryKeys.colleagues,
    queryFn: async () => (await answer(messenger.GET('/messenger/v1/colleagues'))).items,
    refetchInterval: FRESH_MS,
    staleTime: 0,
  });
}
