import type { Upload } from '@steward/client-kit/outbox';
import { followPlaying, SILENT, togglePlaying } from '@steward/client-kit/voice';
import { useEffect, useState } from 'preact/hooks';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { clockOf } from './clock';
import { useFile } from './shown';

/** Plays a voice clip. */
export function VoicePlayer({ id, seconds, upload }: { id: string; seconds: number; upload?: Upload }) {
  const { attachments } = texts;
  const { url, failed } = useFile(id, 'original', upload);
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const [{ plays, at }, setPlaying] = useState(SILENT);
  useEffect(() => (audio ? followPlaying(audio, setPlaying) : undefined), [audio]);
  if (failed) return <p>{attachments.voiceAway}</p>;
  return (
    <div class="voice">
      <button
        type="button"
        class="voice-button"
        aria-disabled={!url}
        aria-label={plays ? attachments.pause : attachments.play(clockOf(seconds))}
        onClick={() => togglePlaying(audio)}
      >
        <Icon name={plays ? 'pause' : 'play'} />
      </button>
      <progress value={Math.min(at, seconds)} max={seconds} aria-hidden="true" />
      <span class="voice-time" aria-hidden="true">
        {clockOf(at > 0 ? at : seconds)}
      </span>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said */}
      <audio ref={setAudio} src={url} />
    </div>
  );
}
