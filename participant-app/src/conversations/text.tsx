import { partsOf } from '@steward/client-kit/text';

/** The words of a message as they were written; nothing in them is taken for markup. */
export function MessageText({ text }: { text: string }) {
  return (
    <p class="words">
      {partsOf(text).map(({ text: words, href, outside }, index) =>
        href ? (
          <a
            key={`${index} ${words}`}
            href={href}
            target={outside ? '_blank' : undefined}
            rel="noopener noreferrer nofollow"
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
