// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contracts, typesOf } from '../scripts/contracts.mjs';

describe.each(contracts)('the types of $service-api', ({ contract, types }) => {
  it('are what its contract says (npm run api)', async () => {
    expect(readFileSync(types, 'utf8')).toBe(await typesOf(contract));
  });
});
