import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';

interface Props {
  rows?: number;
  height?: number;
}

/** The shape of what is coming, and a word for those who cannot see it. */
export function Loading({ rows = 5, height = 52 }: Props) {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-label={t('loading')} sx={{ display: 'grid', gap: 1 }}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
          key={index}
          variant="rounded"
          height={height}
          sx={{ opacity: 1 - index / (rows + 1) }}
        />
      ))}
    </Box>
  );
}
