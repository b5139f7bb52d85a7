/** Addresses in what people write. Only those of the web become links: everything else stays text. */

export interface Part {
  text: string;
  /** The address, when this part is one. */
  href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** Signs that end a sentence rather than an address. */
const TRAILING = /[.,;:!?'"\u2019\u201d\u00bb]+$/;

/** A closing bracket belongs to the address only when it was opened there. */
function withoutLooseEnd(address: string): string {
  const cut = address.replace(TRAILING, '');
  const closes = cut.endsWith(')') && cut.split(')').length > cut.split('(').length;
  return closes ? withoutLooseEnd(cut.slice(0, -1)) : cut;
}

function isAddress(text: string): boolean {
  // A name before the host is only ever there to look like another host.
  return URL.canParse(text) && new URL(text).username === '';
}

/** Splits a text into words and addresses, in order; together they are the text again. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutLooseEnd(match[0]);
    if (!isAddress(address)) continue;
    if (match.index > done) parts.push({ text: text.slice(done, match.index) });
    parts.push({ text: address, href: address });
    done = match.index + address.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}
