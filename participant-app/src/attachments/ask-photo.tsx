import './attachments.css';
import { type Shrunk, shrink } from '@steward/client-kit/uploads';
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/texts';
import { useDraft } from '../ui/use-draft';
import { PhotoButton } from './adding';
import { photoDraft } from './carry';

/** A photo that goes with a call for help: optional, kept as the words are. */
export function AskPhoto({ event }: { event: string }) {
  const { attachments } = texts;
  const [photo, keep, forget, empty] = useDraft<Shrunk | null>(photoDraft(event), null);
  const [state, setState] = useState<'rest' | 'preparing' | 'failed'>('rest');
  const add = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    setState('preparing');
    await shrink(file).then(
      (small) => {
        keep(small);
        setState('rest');
      },
      () => setState('failed'),
    );
  };
  if (photo) {
    return (
      <div class="added">
        <Preview file={photo.file} />
        <button
          type="button"
          class="quiet"
          onClick={() => {
            empty();
            forget();
          }}
        >
          {attachments.remove}
        </button>
      </div>
    );
  }
  return (
    <>
      <PhotoButton icon="camera" text={attachments.addPhoto} onFiles={add} />
      {state === 'preparing' && <p role="status">{attachments.preparing}</p>}
      {state === 'failed' && (
        <p class="field-error" role="alert">
          {attachments.noPicture}
        </p>
      )}
    </>
  );
}

function Preview({ file }: { file: Blob }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return <span>{url && <img class="preview" src={url} alt={texts.attachments.photo} />}</span>;
}
