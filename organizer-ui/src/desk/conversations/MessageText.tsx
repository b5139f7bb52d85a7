import Link from '@mui/material/Link';
import { partsOf } from '@steward/client-kit/text';
import { useMemo } from 'react';

/** What somebody wrote. Links open beside the desk and learn nothing of it. */
export function MessageText({ text }: { text: string }) {
  const parts = useMemo(() => partsOf(text), [text]);
  return parts.map(({ text: words, href, outside }, index) =>
    href ? (
      <Link
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
        key={index}
        href={href}
        target={outside ? '_blank' : undefined}
        rel="noopener noreferrer nofollow"
        color="inherit"
        underline="always"
      >
        {words}
      </Link>
    ) : (
      words
    ),
  );
}
