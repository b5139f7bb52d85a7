import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCode, uuidV7 } from '../src/ids';

describe('a UUID', () => {
  it('has version 7, the right variant and its time in front', () => {
    const id = uuidV7(0x0123456789ab);
    expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by time', () => {
    const time = fc.integer({ min: 0, max: 2 ** 48 - 2 });
    fc.assert(fc.property(time, (now) => uuidV7(now) < uuidV7(now + 1)));
  });
});

describe('a join code', () => {
  it.each([
    ['fest26', 'FEST26'],
    [' fest-26 ', 'FEST26'],
    ['0OILil', '001111'],
    ['FEST26FEST', 'FEST26'],
    ['fu!t', 'FT'],
    ['', ''],
  ])('%s is read as %s', (typed, code) => {
    expect(joinCode(typed)).toBe(code);
  });
});
