/** What all vitest configurations share. */

/** Somebody else may be using the machine: slowness alone is no failure. */
export const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

// Vitest prints failures with `Map.groupBy`, which Node 20 lacks; without it a failing test could not say why.
const maps = Map as unknown as { groupBy?: typeof groupBy };
maps.groupBy ??= groupBy;

function groupBy<Item, Group>(items: Iterable<Item>, groupOf: (item: Item, index: number) => Group) {
  const groups = new Map<Group, Item[]>();
  let index = 0;
  for (const item of items) {
    const group = groupOf(item, index++);
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return groups;
}
