import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPlaying, type Playing, record, SILENT, togglePlaying } from '../src/voice';

class FakeRecorder {
  static isTypeSupported = (type: string) => type === 'audio/mp4';
  static latest: FakeRecorder;
  state = 'inactive';
  ondataavailable: ((event: { data: Blob }) => void) | null = null;
  onstop: (() => void) | null = null;
  readonly mimeType: string;

  constructor(_: unknown, options: { mimeType: string }) {
    this.mimeType = options.mimeType;
    FakeRecorder.latest = this;
  }

  start(): void {
    this.state = 'recording';
  }

  stop(): void {
    this.state = 'inactive';
    this.ondataavailable?.({ data: new Blob(['sound']) });
    this.onstop?.();
  }
}

const stop = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  vi.stubGlobal('navigator', {
    mediaDevices: { getUserMedia: async () => ({ getTracks: () => [{ stop }] }) },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  stop.mockClear();
});

function begin() {
  const clips: { type: string; seconds: number }[] = [];
  const onRefused = vi.fn();
  const recording = record({
    onSecond: () => undefined,
    onRecorded: (file, seconds) => clips.push({ type: file.type, seconds }),
    onRefused,
  });
  return { recording, clips, onRefused };
}

describe('a voice clip', () => {
  it('is given with its length when it is finished, and the microphone is let go', async () => {
    const { recording, clips } = begin();
    await vi.advanceTimersByTimeAsync(4_000);
    recording.finish();
    expect(clips).toEqual([{ type: 'audio/mp4', seconds: 4 }]);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('is thrown away, also before the microphone is there', async () => {
    const during = begin();
    await vi.advanceTimersByTimeAsync(1_000);
    during.recording.cancel();
    const before = begin();
    before.recording.cancel();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([during.clips, before.clips]).toEqual([[], []]);
    expect(stop).toHaveBeenCalledTimes(2);
  });

  it('ends by itself at the longest that the server takes', async () => {
    const { clips } = begin();
    await vi.advanceTimersByTimeAsync(200_000);
    expect(clips).toEqual([{ type: 'audio/mp4', seconds: 180 }]);
  });

  it('says when the microphone is refused', async () => {
    vi.stubGlobal('navigator', {
      mediaDevices: { getUserMedia: () => Promise.reject(new Error('denied')) },
    });
    const { onRefused } = begin();
    await vi.advanceTimersByTimeAsync(1);
    expect(onRefused).toHaveBeenCalledTimes(1);
  });
});

/** What a page plays with, as far as it is looked at. */
class FakeAudio extends EventTarget {
  paused = true;
  ended = false;
  currentTime = 0;

  async play(): Promise<void> {
    this.paused = this.ended = false;
    this.dispatchEvent(new Event('play'));
  }

  pause(): void {
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }

  goTo(seconds: number, ended = false): void {
    this.currentTime = seconds;
    this.ended = ended;
    this.dispatchEvent(new Event(ended ? 'ended' : 'timeupdate'));
  }
}

describe('playing', () => {
  it('shows whether it plays and where, and stands at the beginning when it is over', () => {
    const audio = new FakeAudio();
    const element = audio as unknown as HTMLAudioElement;
    let shown: Playing = SILENT;
    const forget = followPlaying(element, (playing) => {
      shown = playing;
    });
    togglePlaying(element);
    audio.goTo(2);
    expect(shown).toEqual({ plays: true, at: 2 });
    togglePlaying(element);
    expect(shown).toEqual({ plays: false, at: 2 });
    togglePlaying(element);
    audio.goTo(5, true);
    expect(shown).toEqual(SILENT);
    forget();
    togglePlaying(element);
    expect(shown).toEqual(SILENT);
  });
});
