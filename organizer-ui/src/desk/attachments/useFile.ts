import type { Upload } from '@steward/client-kit/outbox';
import type { Size } from '@steward/client-kit/uploads';
import { useEffect, useState } from 'react';
import { useConnection, useDesk } from '../client/hooks';

interface Shown {
  url?: string;
  failed: boolean;
}

/** An address of a file: of the one at hand, or of one that is fetched; tried again when the connection is back. */
export function useFile(id: string, size: Size, upload?: Upload): Shown {
  const desk = useDesk();
  const { phase } = useConnection();
  const connected = phase === 'live' || phase === 'polling';
  const [shown, setShown] = useState<Shown>({ failed: false });
  const file = upload?.file;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a connection that is back is another try
  useEffect(() => {
    if (file) {
      const url = URL.createObjectURL(file);
      setShown({ url, failed: false });
      return () => URL.revokeObjectURL(url);
    }
    let gone = false;
    desk.carrying.files.url(id, size).then(
      (url) => !gone && setShown({ url, failed: false }),
      () => !gone && setShown((before) => ({ ...before, failed: before.url === undefined })),
    );
    return () => {
      gone = true;
    };
  }, [desk, id, size, file, connected]);
  return shown;
}
