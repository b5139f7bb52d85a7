import { type ReactNode, useMemo, useState } from 'react';
import type { Message } from '../../api/types';
import { PhotoViewer } from './PhotoViewer';

interface Viewing {
  /** Shows a photo large. */
  open: (id: string) => void;
  viewer: ReactNode;
}

/** Shows the photos of a conversation large, one after the other. */
export function usePhotoViewer(messages: readonly Message[]): Viewing {
  const [shown, open] = useState<string>();
  const photos = useMemo(
    () => messages.flatMap(({ body }) => (body.kind === 'photo' ? body.attachments : [])),
    [messages],
  );
  const at = photos.findIndex(({ id }) => id === shown);
  const step = (by: number) => open(photos[at + by]?.id ?? shown);
  const photo = photos[at];
  const viewer = photo && (
    <PhotoViewer
      photo={photo}
      number={at + 1}
      count={photos.length}
      onStep={step}
      onClose={() => open(undefined)}
    />
  );
  return { open, viewer };
}
