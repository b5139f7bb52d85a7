/** A browser that knows where its phone is. */
type Found = (position: GeolocationPosition) => void;
type Missed = (error: GeolocationPositionError) => void;

/** Where a phone is, as its browser tells; nothing until a place is set. */
export class FakeGeolocation {
  coords: GeolocationCoordinates | undefined;
  denied = false;
  /** How often somebody looked once. */
  glances = 0;
  readonly watches = new Map<number, Found>();
  private readonly missed = new Map<number, Missed>();
  private count = 0;

  constructor() {
    const { watches, missed } = this;
    Object.defineProperty(navigator, 'geolocation', { value: this.api(watches, missed), configurable: true });
  }

  /** The phone is here now. */
  move(latitude: number, longitude: number, accuracy = 10): void {
    this.coords = { latitude, longitude, accuracy } as GeolocationCoordinates;
    for (const found of this.watches.values()) found({ coords: this.coords } as GeolocationPosition);
  }

  private api(watches: Map<number, Found>, missed: Map<number, Missed>) {
    const tell = (found: Found, miss: Missed) => {
      if (this.denied) miss({ code: 1 } as GeolocationPositionError);
      else if (this.coords) found({ coords: this.coords } as GeolocationPosition);
    };
    return {
      getCurrentPosition: (found: Found, miss: Missed) => {
        this.glances += 1;
        tell(found, miss);
      },
      watchPosition: (found: Found, miss: Missed) => {
        this.count += 1;
        watches.set(this.count, found);
        missed.set(this.count, miss);
        tell(found, miss);
        return this.count;
      },
      clearWatch: (id: number) => watches.delete(id),
    };
  }
}
