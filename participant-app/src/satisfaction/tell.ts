import { answer, type MessengerApi } from '@steward/client-kit/api';
import { isTemporary, ProblemError } from '@steward/client-kit/problem';
import type { LocalRequest } from '../help-requests/model';
import type { NewSatisfaction } from './model';

/** Tells the server how the help was; false when it will not hear that any more. Throws when it is out of reach. */
async function tell(api: MessengerApi, id: string, body: NewSatisfaction): Promise<boolean> {
  try {
    const params = { path: { id } };
    await answer(api.PUT('/messenger/v1/help-requests/{id}/satisfaction', { params, body }));
    return true;
  } catch (error) {
    if (isTemporary(error) || !(error instanceof ProblemError) || error.status === 401) throw error;
    return false;
  }
}

/** The request once the server knows; `latest` is asked afterwards, since the person may have said otherwise meanwhile. */
export async function tellSatisfaction(
  api: MessengerApi,
  { request, satisfaction }: LocalRequest,
  latest: () => LocalRequest,
): Promise<LocalRequest> {
  if (!request || !satisfaction) return latest();
  const isStored = await tell(api, request.id, satisfaction);
  const local = latest();
  if (local.satisfaction !== satisfaction) return local;
  const stored = { ...satisfaction, rated_at: new Date().toISOString() };
  return {
    ...local,
    satisfaction: undefined,
    request: { ...request, ...local.request, ...(isStored && { satisfaction: stored }) },
  };
}
