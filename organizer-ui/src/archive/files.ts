/** What is taken away from the archive, as files of this machine. */

import { answer, createMessengerApi } from '@steward/client-kit/api';
import { keeper } from '../api/clients';
import type { ArchiveFilter } from '../api/queryKeys';

/** A large export takes its time. */
const TIMEOUT_MS = 10 * 60_000;

const patient = createMessengerApi({
  token: keeper.accessToken,
  tokenRefused: keeper.dropToken,
  timeoutMs: TIMEOUT_MS,
});

export type Format = 'csv' | 'json';

/** Saves what a search finds. */
export async function saveExport(filter: ArchiveFilter, format: Format): Promise<void> {
  const call = patient.GET('/messenger/v1/archive/export', {
    params: { query: { ...filter, format } },
    parseAs: 'blob',
  });
  save(await answer(call as never), `conversations.${format}`);
}

/** Saves a conversation as a document: with notes for colleagues, without for its participant. */
export async function saveTranscript(conversation: string, notes: boolean): Promise<void> {
  const call = patient.GET('/messenger/v1/conversations/{id}/transcript', {
    params: {
      path: { id: conversation },
      query: { notes, utc_offset_minutes: -new Date().getTimezoneOffset() },
    },
    parseAs: 'blob',
  });
  save(await answer(call as never), notes ? 'transcript-with-notes.pdf' : 'transcript.pdf');
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
