import Box from '@mui/material/Box';
import { create } from 'qrcode';
import { useMemo } from 'react';

interface Props {
  text: string;
  label: string;
  /** CSS width. */
  size?: number | string;
}

/** Light modules that the standard asks for around a code. */
const QUIET = 4;

/** One path for all dark modules: a run of them in a row is one stroke. */
export function pathOf(data: ArrayLike<number | boolean>, size: number): string {
  const parts: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue;
      let end = x;
      while (end < size && data[y * size + end]) end += 1;
      parts.push(`M${x + QUIET} ${y + QUIET}h${end - x}v1h-${end - x}z`);
      x = end;
    }
  }
  return parts.join('');
}

/** A text as a QR code: dark on white in both themes, since cameras want it so. */
export function QrCode({ text, label, size = 220 }: Props) {
  const { path, edge } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    return { path: pathOf(modules.data, modules.size), edge: modules.size + 2 * QUIET };
  }, [text]);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
      sx={{ display: 'block', width: size, height: 'auto', borderRadius: 2, bgcolor: '#fff' }}
    >
      <path d={path} fill="#000" />
    </Box>
  );
}
