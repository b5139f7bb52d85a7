import type { Upload } from '@steward/client-kit/outbox';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { useFile } from './shown';

interface ViewerProps {
  id: string;
  upload?: Upload;
  /** Shown until the large one is here, or instead of it. */
  small?: string;
  onClose: () => void;
}

/** A photo on the whole screen. */
export function Viewer({ id, upload, small, onClose }: ViewerProps) {
  const { attachments } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const { url, failed } = useFile(id, 'original', upload);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="viewer" aria-label={attachments.photo} onClose={onClose}>
      {(url ?? small) && <img src={url ?? small} alt={attachments.photo} />}
      {failed && (
        <p class="viewer-note" role="status">
          {attachments.away}
        </p>
      )}
      <button
        type="button"
        class="viewer-close"
        aria-label={attachments.close}
        onClick={() => dialog.current?.close()}
      >
        <Icon name="close" />
      </button>
    </dialog>
  );
}
