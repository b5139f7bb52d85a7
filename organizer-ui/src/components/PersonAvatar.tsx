import Box from '@mui/material/Box';
import { UserRound } from 'lucide-react';

interface Props {
  id: string;
  name?: string | null;
  size?: number;
}

/** Hues that are told apart easily and carry white text in both themes. */
const COLOURS = ['#3a5a9c', '#7a4b94', '#0b6b67', '#8c4a3c', '#4f6228', '#7b5410', '#a03a6a', '#41607a'];

/** The initials of a name: of its first and last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

function colourOf(id: string): string {
  const sum = [...id].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7);
  return COLOURS[sum % COLOURS.length] ?? '#41607a';
}

/** A person as a coloured circle; a picture only, the name stands beside it. */
export function PersonAvatar({ id, name, size = 32 }: Props) {
  return (
    <Box
      component="span"
      aria-hidden
      data-initials={name ? initials(name) : undefined}
      sx={{
        '&[data-initials]::before': { content: 'attr(data-initials)' },
        flex: 'none',
        display: 'inline-grid',
        placeItems: 'center',
        width: size,
        height: size,
        borderRadius: '50%',
        bgcolor: name ? colourOf(id) : 'surface.strong',
        color: name ? '#fff' : 'text.secondary',
        fontSize: size * 0.38,
        fontWeight: 650,
        letterSpacing: '0.01em',
      }}
    >
      {!name && <UserRound size={size * 0.55} strokeWidth={2} />}
    </Box>
  );
}
