/**
 * The sound of a new request: two soft tones, three for a life in danger; of the alarm, which falls and repeats; and of
 * a colleague, one low and quiet tone. Made here, so that nothing is fetched.
 */

/** Frequencies in hertz: a rising fifth that is told apart from telephones and doorbells. */
const TONES = {
  usual: [587.3, 880],
  critical: [880, 1174.7, 880],
  team: [440],
  alarm: [1046.5, 784, 1046.5, 784],
  alarmCritical: [1396.9, 1046.5, 1396.9, 1046.5, 1396.9, 1046.5],
};
const TONE_S = 0.16;
const VOLUME = 0.22;
/** A colleague is not as loud as somebody who needs help. */
const TEAM_VOLUME = 0.08;
/** Many requests at once make one sound. */
const QUIET_MS = 2500;

let context: AudioContext | null = null;
let soundedAt = 0;
let murmuredAt = 0;

/** Browsers are silent until somebody has touched the page; each touch tries again. */
export function readySound(): () => void {
  const unlock = () => {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume();
  };
  window.addEventListener('pointerdown', unlock);
  window.addEventListener('keydown', unlock);
  return () => {
    window.removeEventListener('pointerdown', unlock);
    window.removeEventListener('keydown', unlock);
  };
}

export function chime(critical: boolean): void {
  const now = Date.now();
  if (context?.state !== 'running' || now - soundedAt < QUIET_MS) return;
  soundedAt = now;
  play(context, critical ? TONES.critical : TONES.usual);
}

/** A colleague says something to the team: never over the sound of a request, nor often. */
export function murmur(): void {
  const now = Date.now();
  const last = Math.max(soundedAt, murmuredAt);
  if (context?.state !== 'running' || now - last < QUIET_MS) return;
  murmuredAt = now;
  play(context, TONES.team, TEAM_VOLUME);
}

/** The alarm: nobody answers. It does not wait for other sounds. */
export function ring(critical: boolean): void {
  if (context?.state === 'running') play(context, critical ? TONES.alarmCritical : TONES.alarm);
}

function play(audio: AudioContext, tones: readonly number[], volume = VOLUME): void {
  for (const [index, frequency] of tones.entries()) {
    tone(audio, frequency, audio.currentTime + index * TONE_S, volume);
  }
}

function tone(audio: AudioContext, frequency: number, at: number, volume: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + TONE_S * 2.2);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + TONE_S * 2.4);
}
