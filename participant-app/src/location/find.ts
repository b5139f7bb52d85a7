/** Where this phone is. The browser asks for permission the first time, at the tap that needs it. */
import type { Location } from '@steward/client-kit/live';

/** Why there is no location: the person or their phone does not allow it, or it could not be found. */
export type NoLocation = 'denied' | 'unknown';

/** How long a phone may look for itself. */
const FIND_MS = 20_000;
/** A place that was found within this is where the person still is. */
const FRESH_MS = 15_000;

/** What a browser says of a place, as messages carry it: five decimals are a metre. */
export function locationOf({ latitude, longitude, accuracy }: GeolocationCoordinates): Location {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return { latitude: round(latitude), longitude: round(longitude), accuracy: Math.round(accuracy) };
}

export function reasonOf({ code }: Pick<GeolocationPositionError, 'code'>): NoLocation {
  return code === 1 ? 'denied' : 'unknown';
}

/** Finds the phone once. */
export function findLocation(): Promise<Location | NoLocation> {
  return new Promise((resolve) => {
    if (!navigator.geolocation) {
      resolve('unknown');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(locationOf(coords)),
      (error) => resolve(reasonOf(error)),
      { enableHighAccuracy: true, timeout: FIND_MS, maximumAge: FRESH_MS },
    );
  });
}
