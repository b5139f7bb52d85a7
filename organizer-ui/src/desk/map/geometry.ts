/** Distances and directions on the ground, and the plain map they are drawn on. */

export interface Point {
  latitude: number;
  longitude: number;
}

/** Metres of a point east and north of an origin. */
export interface Offset {
  east: number;
  north: number;
}

/** Mean radius of the Earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Where a point lies from an origin; flat, which is exact to a metre within the few kilometres of an event. */
export function offset(origin: Point, point: Point): Offset {
  const middle = ((origin.latitude + point.latitude) / 2) * RADIANS;
  return {
    east: (point.longitude - origin.longitude) * RADIANS * Math.cos(middle) * EARTH_RADIUS,
    north: (point.latitude - origin.latitude) * RADIANS * EARTH_RADIUS,
  };
}

/** Metres between two points. */
export function distance(origin: Point, point: Point): number {
  const { east, north } = offset(origin, point);
  return Math.hypot(east, north);
}

const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** In which of the eight directions a point lies from an origin. */
export function direction(origin: Point, point: Point): Direction {
  const { east, north } = offset(origin, point);
  const eighths = Math.round(Math.atan2(east, north) / (Math.PI / 4));
  return DIRECTIONS[(eighths + 8) % 8] ?? 'n';
}

/** The next of 1, 2, 5, 10, 20, 50, … that is at least the given length: the step of a grid, the length of a scale. */
export function roundStep(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(metres, 1)));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= metres) ?? 10;
  return factor * power;
}

/** A view of the ground: its centre and how many metres a picture unit spans. */
export interface View {
  centre: Offset;
  metresPerUnit: number;
}

/** How much more than the points a view shows, so that nothing touches its edge. */
const MARGIN = 1.8;

/** The view in which every point, and the circle of doubt around it, fits into a square of `size` units. */
export function enclose(points: readonly Offset[], doubt: number, size: number): View {
  const easts = points.map((point) => point.east);
  const norths = points.map((point) => point.north);
  const [west, east] = [Math.min(...easts), Math.max(...easts)];
  const [south, north] = [Math.min(...norths), Math.max(...norths)];
  const extent = Math.max(east - west, north - south, doubt * 2, 40);
  return {
    centre: { east: (west + east) / 2, north: (south + north) / 2 },
    metresPerUnit: (extent * MARGIN) / size,
  };
}

/** Grid lines between two positions in metres, at whole multiples of the step. */
export function gridLines(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: Math.min(count, 200) }, (_, index) => (first + index) * step);
}
