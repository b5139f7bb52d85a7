/** Turns a service's contract into the types that both apps compile against. */
import { existsSync, readFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

/** Where each service keeps its contract, and where its types stand. */
export const contracts = ['auth', 'core', 'messenger'].map((service) => ({
  service,
  contract: new URL(`../../${service}-api/openapi.json`, import.meta.url),
  types: new URL(`../src/api/${service}.ts`, import.meta.url),
}));

/** The types of a contract, or nothing when the service has not published one. */
export async function typesOf(contract) {
  if (!existsSync(contract)) return undefined;
  const nodes = await openapi(byPath(JSON.parse(readFileSync(contract, 'utf8'))));
  return `// Generated from the service's openapi.json by \`npm run api\`; do not edit.\n\n${astToString(nodes)}`;
}

/** Operations are known by method and path alone: without ids their types stand where they are used. */
function byPath(contract) {
  for (const operations of Object.values(contract.paths)) {
    for (const operation of Object.values(operations)) delete operation.operationId;
  }
  return contract;
}
