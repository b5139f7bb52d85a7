import './attachments.css';
import { photoEntry, shrink, type To, voiceEntry } from '@steward/client-kit/uploads';
import { canRecord } from '@steward/client-kit/voice';
import { useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { texts } from '../texts/texts';
import { Icon, type IconName } from '../ui/icons';
import { Recorder } from './recorder';

export interface AddingProps {
  to: To;
  /** Where one is, which goes with the words that follow, or is shared for a while. */
  onPlace: () => void;
  /** Something was added, or nothing is to be. */
  onEnd: () => void;
}

/** What can be added to a conversation besides words. */
export function Adding({ to, onPlace, onEnd }: AddingProps) {
  const { outbox } = useSteward();
  const { attachments } = texts;
  const [state, setState] = useState<'choosing' | 'preparing' | 'failed' | 'recording'>('choosing');
  const add = async (files: FileList | null) => {
    if (!files || files.length === 0) return;
    setState('preparing');
    try {
      for (const file of files) await outbox.write(photoEntry(to, await shrink(file)));
      onEnd();
    } catch {
      setState('failed');
    }
  };
  if (state === 'recording') {
    return (
      <Recorder
        onCancel={onEnd}
        onRecorded={(file, seconds) => void outbox.write(voiceEntry(to, file, seconds)).then(onEnd)}
      />
    );
  }
  return (
    <div class="adding">
      <PhotoButton icon="camera" text={attachments.camera} onFiles={add} camera />
      <PhotoButton icon="picture" text={attachments.gallery} onFiles={add} multiple />
      {canRecord() && (
        <button type="button" class="secondary" onClick={() => setState('recording')}>
          <Icon name="voice" />
          {attachments.record}
        </button>
      )}
      <button type="button" class="secondary" onClick={onPlace}>
        <Icon name="pin" />
        {texts.location.attach}
      </button>
      {state === 'preparing' && <p role="status">{attachments.preparing}</p>}
      {state === 'failed' && (
        <p class="field-error" role="alert">
          {attachments.noPicture}
        </p>
      )}
    </div>
  );
}

interface PhotoButtonProps {
  icon: IconName;
  text: string;
  onFiles: (files: FileList | null) => void;
  /** Opens the camera at once; else the phone asks where the photo comes from. */
  camera?: boolean;
  multiple?: boolean;
}

export function PhotoButton({ icon, text, onFiles, camera, multiple }: PhotoButtonProps) {
  return (
    <label class="button secondary">
      <Icon name={icon} />
      {text}
      <input
        type="file"
        class="hidden"
        accept="image/*"
        capture={camera ? 'environment' : undefined}
        multiple={multiple}
        onChange={(event) => {
          onFiles(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
