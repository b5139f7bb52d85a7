import { telephone } from '../events/emergency';

/** Addresses that begin with their scheme, and telephone numbers as people write them. */
const FOUND = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])|(\+?\d[\d /-]{5,}\d|\b1\d{2}\b)/g;

export interface Piece {
  text: string;
  href?: string;
  outside?: boolean;
}

/** Words with what can be tapped in them. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(FOUND)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    const [whole, address] = match;
    pieces.push(
      address ? { text: whole, href: address, outside: true } : { text: whole, href: telephone(whole) },
    );
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** The words of a message as they were written; nothing in them is taken for markup. */
export function MessageText({ text }: { text: string }) {
  return (
    <p class="words">
      {piecesOf(text).map(({ text: words, href, outside }, index) =>
        href ? (
          <a
            key={`${index} ${words}`}
            href={href}
            target={outside ? '_blank' : undefined}
            rel={outside ? 'noopener noreferrer nofollow' : undefined}
          >
            {words}
          </a>
        ) : (
          words
        ),
      )}
    </p>
  );
}
