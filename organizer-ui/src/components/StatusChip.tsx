import Box from '@mui/material/Box';
import type { LucideIcon } from 'lucide-react';

export type Tone = 'plain' | 'done' | 'caution' | 'danger';

const COLOURS: Record<Tone, { bgcolor: string; color: string }> = {
  plain: { bgcolor: 'surface.strong', color: 'text.primary' },
  done: { bgcolor: 'done.soft', color: 'done.onSoft' },
  caution: { bgcolor: 'caution.soft', color: 'caution.onSoft' },
  danger: { bgcolor: 'danger.soft', color: 'danger.onSoft' },
};

interface Props {
  text: string;
  tone: Tone;
  icon?: LucideIcon;
}

/** A state in a word, with a sign and a colour. */
export function StatusChip({ text, tone, icon: Icon }: Props) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.625,
        px: 1,
        py: 0.25,
        borderRadius: 1.5,
        fontSize: '0.8125rem',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        ...COLOURS[tone],
      }}
    >
      {Icon && <Icon size={14} strokeWidth={2.4} aria-hidden />}
      {text}
    </Box>
  );
}
