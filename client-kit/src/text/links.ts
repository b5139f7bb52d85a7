/**
 * What can be tapped in what people write: addresses of the web and of e-mail, telephone numbers. Everything else
 * stays text, and what is shown is what is opened.
 */

export interface Part {
  text: string;
  /** Where this part leads, when it leads anywhere. */
  href?: string;
  /** Whether it opens a page of somebody else. */
  outside?: boolean;
}

/** Signs that turn the order of letters around make an address look like another one. */
const TURNING = '\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const WEB = `https?://[^\\s<>"${TURNING}]+`;
const MAIL = '(?:mailto:)?[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+';
/** As people write them, with six digits at least; and the short ones that are called in an emergency. */
const TELEPHONE = '(?:tel:)?(?:\\+?\\d[\\d /-]{5,}\\d|\\b1\\d{2}\\b)';
const FOUND = new RegExp(`(?<web>${WEB})|(?<mail>${MAIL})|(?<telephone>${TELEPHONE})`, 'gi');
/** Signs that end a sentence rather than an address. */
const TRAILING = /[.,;:!?'"\]\u2019\u201d\u00bb]+$/;

/** A number as telephones want it. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^0-9+*#]/g, '')}`;
}

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

function partOf({ web, mail, telephone: number = '' }: Record<string, string | undefined>): Part | undefined {
  if (web) {
    const text = withoutLooseEnd(web);
    return isAddress(text) ? { text, href: text, outside: true } : undefined;
  }
  if (mail) return { text: mail, href: `mailto:${mail.replace(/^mailto:/i, '')}` };
  return { text: number, href: telephone(number) };
}

/** Splits a text into words and what can be tapped, in order; together they are the text again. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(FOUND)) {
    const part = partOf(match.groups ?? {});
    if (!part) continue;
    if (match.index > done) parts.push({ text: text.slice(done, match.index) });
    parts.push(part);
    done = match.index + part.text.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}
