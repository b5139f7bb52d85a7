import { answer, messenger } from '../api/clients';
import { type AuditFilter, queryKeys } from '../api/queryKeys';
import { usePages } from '../components/usePages';

/** Entries that are read at once. */
const PAGE = 50;

/** The audit log, page by page, the newest first. */
export function useAudit(filter: AuditFilter) {
  return usePages(queryKeys.audit(filter), (after) =>
    answer(messenger.GET('/messenger/v1/audit', { params: { query: { ...filter, after, limit: PAGE } } })),
  );
}
