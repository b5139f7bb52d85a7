/** Records what the microphone hears. */

/** The server takes no longer clip. */
const MOST_SECONDS = 180;
/** Enough for a voice, and little enough for a crowded cell: some 3 KB a second. */
const BITS_PER_SECOND = 24_000;
/** The first that the browser knows; all play in every browser of today. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

export interface Recording {
  finish(): void;
  /** Ends it and throws it away. */
  cancel(): void;
}

export interface RecordOptions {
  onSecond: (seconds: number) => void;
  onRecorded: (file: Blob, seconds: number) => void;
  onRefused: () => void;
}

export function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && navigator.mediaDevices?.getUserMedia !== undefined;
}

export function record({ onSecond, onRecorded, onRefused }: RecordOptions): Recording {
  let recorder: MediaRecorder | undefined;
  let isOver = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const end = () => {
    isOver = true;
    clearInterval(timer);
    if (recorder?.state === 'recording') recorder.stop();
  };
  const begin = async () => {
    const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    const release = () => {
      for (const track of microphone.getTracks()) track.stop();
    };
    if (isOver) return release();
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    recorder = new MediaRecorder(microphone, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    const began = Date.now();
    const length = () => (Date.now() - began) / 1000;
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => {
      release();
      const file = new Blob(pieces, { type: recorder?.mimeType || mimeType });
      if (!cancelled && file.size > 0) {
        onRecorded(file, Math.min(MOST_SECONDS, Math.max(1, Math.round(length()))));
      }
    };
    recorder.start();
    onSecond(0);
    timer = setInterval(() => {
      onSecond(length());
      if (length() >= MOST_SECONDS) end();
    }, 250);
  };
  let cancelled = false;
  begin().catch(onRefused);
  return {
    finish: end,
    cancel: () => {
      cancelled ||= !isOver;
      end();
    },
  };
}
