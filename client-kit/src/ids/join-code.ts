/** How many characters the code of an event has. */
export const JOIN_CODE_LENGTH = 6;

/**
 * The code of an event as it is printed, from what somebody typed: Crockford's base 32 takes O for 0, I and L for 1,
 * and does not mind case, spaces and dashes. Characters that cannot stand in a code are left out.
 */
export function joinCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '')
    .slice(0, JOIN_CODE_LENGTH);
}
