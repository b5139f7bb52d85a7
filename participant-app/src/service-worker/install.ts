/** Looks for a newer app whenever the app comes to the front, at most this often. */
const LOOK_MS = 10 * 60_000;

/** Lets the app start without a network from now on; where the browser refuses, it still works with one. */
export async function installApp(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers || import.meta.env.DEV) return;
  const registration = await workers
    .register(`${import.meta.env.BASE_URL}service-worker.js`, { scope: import.meta.env.BASE_URL })
    .catch(() => undefined);
  if (!registration) return;
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < LOOK_MS) return;
    looked = Date.now();
    void registration.update().catch(() => undefined);
  });
}
