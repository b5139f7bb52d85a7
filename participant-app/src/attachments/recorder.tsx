import { type Recording, record } from '@steward/client-kit/voice';
import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { clockOf } from './clock';

interface RecorderProps {
  onRecorded: (file: Blob, seconds: number) => void;
  onCancel: () => void;
}

/** Records a voice clip: it runs from the start, one tap sends it, one throws it away. */
export function Recorder({ onRecorded, onCancel }: RecorderProps) {
  const { attachments, conversation } = texts;
  const recording = useRef<Recording>(undefined);
  const [seconds, setSeconds] = useState<number>();
  const [refused, setRefused] = useState(false);
  const heard = useRef(onRecorded);
  heard.current = onRecorded;
  useEffect(() => {
    const begun = record({
      onSecond: setSeconds,
      onRecorded: (file, length) => heard.current(file, length),
      onRefused: () => setRefused(true),
    });
    recording.current = begun;
    return () => begun.cancel();
  }, []);
  if (refused) {
    return (
      <div class="recorder">
        <p role="alert">{attachments.noMicrophone}</p>
        <button type="button" class="secondary" onClick={onCancel}>
          {attachments.close}
        </button>
      </div>
    );
  }
  return (
    <div class="recorder">
      <p class="recording" role="status">
        <span class="hidden">{attachments.recording}</span>
        <span class="recording-dot" aria-hidden="true" />
        <span aria-hidden="true">{seconds === undefined ? '…' : clockOf(seconds)}</span>
      </p>
      <button type="button" class="secondary" onClick={onCancel}>
        {attachments.cancel}
      </button>
      <button
        type="button"
        class="primary"
        aria-disabled={seconds === undefined}
        onClick={() => recording.current?.finish()}
      >
        <Icon name="send" />
        {conversation.send}
      </button>
    </div>
  );
}
