import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface Props {
  readers: readonly string[];
  /** How many others there are. */
  of: number;
}

/** How many of the team have read something, and who when one asks. */
export function ReadBy({ readers, of }: Props) {
  const { t, i18n } = useTranslation('channel');
  const names = new Intl.ListFormat(i18n.language).format(readers);
  return (
    <Tooltip title={names} describeChild>
      <Box
        component="span"
        tabIndex={0}
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.375,
          borderRadius: 1,
          color: readers.length >= of ? 'primary.main' : 'inherit',
        }}
      >
        <CheckCheck size={14} strokeWidth={2.2} aria-hidden />
        {readers.length >= of ? t('readByAll') : t('readBy', { read: readers.length, of })}
      </Box>
    </Tooltip>
  );
}
