import { uuidV7 } from '@steward/client-kit/ids';
import { photoEntry, type Shrunk, shrink } from '@steward/client-kit/uploads';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '../client/hooks';

/** A photo that goes with the next message. */
export interface Staged extends Shrunk {
  id: string;
  url: string;
}

export interface Staging {
  photos: readonly Staged[];
  /** Why the last file was not taken. */
  failed: boolean;
  add: (files: Iterable<File>) => Promise<void>;
  remove: (id: string) => void;
  /** Hands all of them to the outbox. */
  send: (reply?: number) => void;
}

/** Photos that were chosen, pasted or dropped, and are looked at once more before they go to a stranger. */
export function useStaged(conversation: string): Staging {
  const desk = useDesk();
  const [photos, setPhotos] = useState<readonly Staged[]>([]);
  const [failed, setFailed] = useState(false);
  const latest = useRef(photos);
  latest.current = photos;
  useEffect(() => () => latest.current.forEach(({ url }) => void URL.revokeObjectURL(url)), []);

  const add = useCallback(async (files: Iterable<File>) => {
    setFailed(false);
    for (const file of files) {
      try {
        const small = await shrink(file);
        const photo = { ...small, id: uuidV7(), url: URL.createObjectURL(small.file) };
        setPhotos((before) => [...before, photo]);
      } catch {
        setFailed(true);
      }
    }
  }, []);
  const remove = (id: string) => {
    for (const photo of photos) if (photo.id === id) URL.revokeObjectURL(photo.url);
    setPhotos(photos.filter((photo) => photo.id !== id));
  };
  const send = (reply_to?: number) => {
    for (const { url, ...photo } of photos) {
      URL.revokeObjectURL(url);
      void desk.carry(photoEntry({ conversation, reply_to }, photo));
    }
    setPhotos([]);
  };
  return { photos, failed, add, remove, send };
}
