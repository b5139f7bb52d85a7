/** `npm run api`: writes the types of every published contract. */
import { writeFileSync } from 'node:fs';
import { contracts, typesOf } from './contracts.mjs';

for (const { service, contract, types } of contracts) {
  const text = await typesOf(contract);
  if (text) writeFileSync(types, text);
  process.stdout.write(`${service}: ${text ? 'written' : 'no contract published'}\n`);
}
