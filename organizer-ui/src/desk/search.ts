/** True when each word that is looked for stands somewhere in what is known of an entry. */
export function matches(known: readonly (string | null | undefined)[], wanted: string): boolean {
  const text = known.join(' ').toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
