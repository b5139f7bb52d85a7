/** The browser's own reader of codes; missing in some browsers, which are then not offered to scan. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorType = new (options: { formats: string[] }) => Detector;

declare global {
  var BarcodeDetector: DetectorType | undefined;
}

/** Often enough for a hand that shakes, seldom enough for a battery. */
const LOOK_MS = 200;

/** Whether this phone can read codes by itself. */
export function canScan(): boolean {
  return globalThis.BarcodeDetector !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;
}

/** Shows what the camera at the back sees and reads codes in it, until `wanted` takes one or `signal` ends it. */
export async function scan(
  video: HTMLVideoElement,
  signal: AbortSignal,
  wanted: (code: string) => boolean,
): Promise<void> {
  const Reader = globalThis.BarcodeDetector;
  if (!Reader) return;
  const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    if (signal.aborted) return;
    video.srcObject = camera;
    await video.play();
    const reader = new Reader({ formats: ['qr_code'] });
    while (!signal.aborted) {
      const codes = await reader.detect(video).catch(() => []);
      if (signal.aborted || codes.some(({ rawValue }) => wanted(rawValue))) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  } finally {
    for (const track of camera.getTracks()) track.stop();
  }
}
