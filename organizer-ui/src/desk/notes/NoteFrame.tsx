import Box from '@mui/material/Box';
import { EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Who wrote it; nothing for oneself. */
  name?: string;
  foot: ReactNode;
  failed?: boolean;
  /** Not confirmed yet. */
  faint?: boolean;
  children: ReactNode;
}

/** The shape of a note. Across the whole width and in its own colour: nobody takes it for something that was said. */
export function NoteFrame({ name, foot, failed = false, faint = false, children }: Props) {
  const { t } = useTranslation('desk');
  return (
    <Box
      role="note"
      aria-label={name ? t('notes.by', { name }) : t('notes.mine')}
      sx={{
        mt: 1.25,
        px: 1.75,
        py: 1,
        borderRadius: 2,
        border: '1px dashed',
        borderColor: failed ? 'error.main' : 'caution.main',
        bgcolor: 'caution.soft',
        color: 'caution.onSoft',
        opacity: faint && !failed ? 0.85 : 1,
        overflowWrap: 'anywhere',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem', fontWeight: 650 }}>
        <EyeOff size={15} aria-hidden style={{ flex: 'none' }} />
        <span>{name ? t('notes.by', { name }) : t('notes.mine')}</span>
        <Box component="span" sx={{ fontWeight: 400 }}>
          {t('notes.onlyColleagues')}
        </Box>
      </Box>
      <Box sx={{ py: 0.25, whiteSpace: 'pre-wrap' }}>{children}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, fontSize: '0.75rem' }}>
        {foot}
      </Box>
    </Box>
  );
}
