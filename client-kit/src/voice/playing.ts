/** What is shown of a voice clip that plays. */

export interface Playing {
  plays: boolean;
  /** Seconds from its beginning; 0 before and after. */
  at: number;
}

export const SILENT: Playing = { plays: false, at: 0 };

/** Tells what an audio element does, until the returned function is called. */
export function followPlaying(audio: HTMLAudioElement, tell: (playing: Playing) => void): () => void {
  const look = () => tell({ plays: !audio.paused && !audio.ended, at: audio.ended ? 0 : audio.currentTime });
  const events = ['play', 'pause', 'timeupdate', 'ended', 'emptied'];
  for (const event of events) audio.addEventListener(event, look);
  return () => {
    for (const event of events) audio.removeEventListener(event, look);
  };
}

/** Plays it, or stops where it is. What cannot be played stays silent. */
export function togglePlaying(audio: HTMLAudioElement | null): void {
  if (!audio) return;
  if (audio.paused || audio.ended) void audio.play().catch(() => undefined);
  else audio.pause();
}
