import { expect, test } from 'vitest';
import { hasMoved, isWorthTelling, LEAST_MS, metres, SIGN_MS } from '../src/live-location/pace';

const pier = { latitude: 53.5413, longitude: 9.9665, accuracy: 10 };
/** So many metres further north. */
const north = (by: number, accuracy = 10) => ({ ...pier, latitude: pier.latitude + by / 111_195, accuracy });
const told = { location: pier, at: 0 };

test('distances are those of the ground', () => {
  expect(metres(pier, north(100))).toBeCloseTo(100, 0);
  const east = { ...pier, longitude: pier.longitude + 0.001 };
  expect(metres(pier, east)).toBeCloseTo(66.1, 0);
});

test('the first place is told, and then each move, but not more often than every few seconds', () => {
  expect(isWorthTelling(undefined, pier, 0)).toBe(true);
  expect(isWorthTelling(told, north(200), LEAST_MS - 1)).toBe(false);
  expect(isWorthTelling(told, north(200), LEAST_MS)).toBe(true);
  expect(isWorthTelling(told, north(5), LEAST_MS)).toBe(false);
});

test('who stands still says so once a minute', () => {
  expect(isWorthTelling(told, pier, SIGN_MS - 1)).toBe(false);
  expect(isWorthTelling(told, pier, SIGN_MS)).toBe(true);
});

test('a guess is no move, and a better guess is worth telling', () => {
  expect(hasMoved(pier, north(60, 200))).toBe(false);
  expect(hasMoved(pier, north(120, 200))).toBe(true);
  expect(isWorthTelling({ location: { ...pier, accuracy: 100 }, at: 0 }, pier, LEAST_MS)).toBe(true);
});

test('a clock that is set back keeps nobody from being found', () => {
  expect(isWorthTelling({ location: pier, at: 3_600_000 }, pier, 0)).toBe(true);
});
