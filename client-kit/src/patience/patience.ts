/** How often it is looked. */
const LOOK_MS = 500;

/**
 * What is promised, or an error once this page has run for so long without it. A page that stood still meanwhile, as in
 * a pocket or on a machine with too much to do, has not waited: whatever time it lost counts as one look.
 */
export function within<T>(ms: number, promised: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // What comes while the page stands still is heard after the look that was due then: hence one more.
    let looks = Math.ceil(ms / LOOK_MS) + 1;
    const timer = setInterval(() => {
      looks -= 1;
      if (looks === 0) end(() => reject(new Error(`Nothing came within ${ms} ms.`)));
    }, LOOK_MS);
    const end = (tell: () => void) => {
      clearInterval(timer);
      tell();
    };
    promised.then(
      (value) => end(() => resolve(value)),
      (error) => end(() => reject(error)),
    );
  });
}
