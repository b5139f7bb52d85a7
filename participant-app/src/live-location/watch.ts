import type { Location } from '@steward/client-kit/live';
import { locationOf, type NoLocation, reasonOf } from '../location/find';
import { hasMoved, isSurer, isWorthTelling, REST_MS, SIGN_MS, type Told } from './pace';

export interface WatchOptions {
  /** Told each place that is worth it. */
  onPlace: (location: Location) => void;
  /** Told why there is no place, and that there is one again. */
  onMissing: (reason: NoLocation | undefined) => void;
}

/** Follows the phone while it moves; while it rests, looks once a minute, which costs hardly any battery. */
export class Watch {
  private id: number | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;
  private told: Told | undefined;
  /** Where the phone was when it last moved, and since when. */
  private rest: Told | undefined;
  /** Whether it only looks now and then. */
  private resting = false;
  private ended = false;

  constructor(private readonly options: WatchOptions) {
    this.follow();
  }

  /** The newest place that is known. */
  get last(): Location | undefined {
    return this.told?.location;
  }

  end(): void {
    this.ended = true;
    this.still();
  }

  /** The screen is on again: places may have been held back while it was off. */
  wake(): void {
    if (!this.ended) this.follow();
  }

  private still(): void {
    if (this.id !== undefined) navigator.geolocation.clearWatch(this.id);
    clearInterval(this.timer);
    this.id = undefined;
  }

  private follow(): void {
    this.still();
    this.resting = false;
    const options = { enableHighAccuracy: true, maximumAge: 0 };
    this.id = navigator.geolocation.watchPosition(this.found, this.missed, options);
    // Whoever stands still gives no new places.
    this.timer = setInterval(() => this.told && this.look(this.told.location), SIGN_MS);
  }

  private readonly found = ({ coords }: GeolocationPosition): void => {
    if (this.ended) return;
    this.options.onMissing(undefined);
    this.look(locationOf(coords));
  };

  private readonly missed = (error: GeolocationPositionError): void => {
    if (!this.ended) this.options.onMissing(reasonOf(error));
  };

  private look(location: Location): void {
    const now = Date.now();
    const moves = !this.rest || hasMoved(this.rest.location, location);
    if (!this.rest || moves) this.rest = { location, at: now };
    // Of whoever rests, a coarse glance does not replace the place that is known well.
    else if (isSurer(location, this.rest.location)) this.rest = { ...this.rest, location };
    const place = this.rest.location;
    if (isWorthTelling(this.told, place, now)) {
      this.told = { location: place, at: now };
      this.options.onPlace(place);
    }
    const rests = now - this.rest.at >= REST_MS;
    if (rests && !this.resting) this.relax();
    else if (moves && this.resting) this.follow();
  }

  private relax(): void {
    this.still();
    this.resting = true;
    const options = { enableHighAccuracy: false, maximumAge: SIGN_MS };
    const glance = () => navigator.geolocation.getCurrentPosition(this.found, this.missed, options);
    this.timer = setInterval(glance, SIGN_MS);
  }
}
