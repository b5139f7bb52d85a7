/** The calls of messenger-api that upload and read attachments. */
import { answer, type MessengerApi } from '../api';
import type { Size } from './files';
import type { UploadCalls } from './uploader';

export function uploadCalls(api: MessengerApi): UploadCalls {
  return {
    begin: ({ conversation, upload }) => {
      if (!upload) throw new Error('There is nothing to upload.');
      const { id, kind, file } = upload;
      const body = { id, conversation, kind, bytes: file.size, media_type: file.type };
      return answer(api.POST('/messenger/v1/attachments', { body }));
    },
    append: (id, offset, piece) =>
      answer(
        api.PATCH('/messenger/v1/attachments/{id}', {
          params: { path: { id }, header: { 'Upload-Offset': offset } },
          headers: { 'content-type': 'application/octet-stream' },
          // The contract calls raw bytes a list of numbers.
          body: piece as never,
          bodySerializer: (raw) => raw as unknown as Blob,
        }),
      ),
  };
}

/** Reads the file of an attachment. */
export function attachmentReader(api: MessengerApi): (id: string, size: Size) => Promise<Blob> {
  return async (id, size) => {
    const given = { params: { path: { id } }, parseAs: 'blob' as const };
    const call =
      size === 'thumbnail'
        ? api.GET('/messenger/v1/attachments/{id}/thumbnail', given)
        : api.GET('/messenger/v1/attachments/{id}', given);
    return (await answer(call)) as unknown as Blob;
  };
}
