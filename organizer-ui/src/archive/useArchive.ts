import { answer, messenger } from '../api/clients';
import { type ArchiveFilter, queryKeys } from '../api/queryKeys';
import { usePages } from '../components/usePages';

/** Conversations that are read at once. */
const PAGE = 50;

/** What a search of the archive finds, page by page, the newest first. */
export function useArchive(filter: ArchiveFilter, enabled = true) {
  return usePages(
    queryKeys.archive(filter),
    (after) =>
      answer(
        messenger.GET('/messenger/v1/archive', { params: { query: { ...filter, after, limit: PAGE } } }),
      ),
    { enabled },
  );
}
