import type { Upload } from '@steward/client-kit/outbox';
import { useRef, useState } from 'preact/hooks';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { clockOf } from './clock';
import { useFile } from './shown';

/** Plays a voice clip. */
export function VoicePlayer({ id, seconds, upload }: { id: string; seconds: number; upload?: Upload }) {
  const { attachments } = texts;
  const { url, failed } = useFile(id, 'original', upload);
  const audio = useRef<HTMLAudioElement>(null);
  const [plays, setPlays] = useState(false);
  const [at, setAt] = useState(0);
  const toggle = () => {
    if (plays) audio.current?.pause();
    else void audio.current?.play().catch(() => setPlays(false));
  };
  if (failed) return <p>{attachments.voiceAway}</p>;
  return (
    <div class="voice">
      <button
        type="button"
        class="voice-button"
        aria-disabled={!url}
        aria-label={plays ? attachments.pause : attachments.play(clockOf(seconds))}
        onClick={toggle}
      >
        <Icon name={plays ? 'pause' : 'play'} />
      </button>
      <progress value={Math.min(at, seconds)} max={seconds} aria-hidden="true" />
      <span class="voice-time" aria-hidden="true">
        {clockOf(at > 0 ? at : seconds)}
      </span>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said */}
      <audio
        ref={audio}
        src={url}
        onPlay={() => setPlays(true)}
        onPause={() => setPlays(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onEnded={() => setAt(0)}
      />
    </div>
  );
}
