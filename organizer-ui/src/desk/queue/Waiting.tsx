import Box from '@mui/material/Box';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HelpRequest } from '../../api/types';
import { secondsSince, stopwatch } from '../../texts/formats';
import { useServerNow } from '../client/hooks';
import { isOverdue } from './rules';

/** How long somebody has waited, ticking; after too long with a sign. */
export function Waiting({ request }: { request: HelpRequest }) {
  const { t } = useTranslation('desk');
  const now = useServerNow();
  const overdue = isOverdue(request, now);
  return (
    <Box
      component="span"
      title={overdue ? t('list.overdue') : undefined}
      sx={{
        display: 'inline-flex',
        alignItems: 'baseline',
        gap: 0.5,
        color: overdue ? 'error.main' : 'text.secondary',
        fontSize: '0.8125rem',
        fontWeight: overdue ? 700 : 550,
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
      }}
    >
      {overdue && (
        <TriangleAlert
          size={14}
          strokeWidth={2.4}
          aria-label={t('list.overdue')}
          style={{ alignSelf: 'center' }}
        />
      )}
      <span>{stopwatch(secondsSince(request.waiting_since, now))}</span>
    </Box>
  );
}
