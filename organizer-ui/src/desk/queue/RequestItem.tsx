import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { MapPin } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpRequest } from '../../api/types';
import { DeskItem } from '../layout/DeskItem';
import { useNameOf } from '../names';
import { CategoryBadge } from './CategoryBadge';
import { PriorityLabel } from './PriorityLabel';
import { Waiting } from './Waiting';

interface Props {
  request: HelpRequest;
  /** The name of the zone, when there is one. */
  zone: string | undefined;
  busy: boolean;
  onTake: (request: HelpRequest) => void;
}

/** One person who waits. */
export const RequestItem = memo(function RequestItem({ request, zone, busy, onTake }: Props) {
  const { t } = useTranslation('desk');
  const who = useNameOf()(request.participant);
  const category = t(`category.${request.category}`);
  return (
    <DeskItem
      to={`/desk/requests/${request.id}`}
      picture={<CategoryBadge category={request.category} priority={request.priority} />}
      title={category}
      side={<Waiting request={request} />}
      text={request.text}
      accent={request.priority === 'critical' ? 'critical' : undefined}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 0.75, minHeight: 30 }}>
        <PriorityLabel priority={request.priority} />
        <Box
          component="span"
          sx={{
            flex: 1,
            minWidth: 0,
            display: 'flex',
            alignItems: 'center',
            gap: 0.5,
            color: 'text.secondary',
            fontSize: '0.8125rem',
          }}
        >
          {request.location && (
            <MapPin size={13} aria-label={t('list.hasLocation')} style={{ flex: 'none' }} />
          )}
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {[request.unverified && t('list.unverified'), zone, who].filter(Boolean).join(' · ')}
          </Box>
        </Box>
        <Button
          size="small"
          variant={request.priority === 'critical' ? 'contained' : 'outlined'}
          disabled={busy}
          aria-label={t('list.takeNamed', { who, category })}
          onClick={() => onTake(request)}
          sx={{ position: 'relative', zIndex: 1 }}
        >
          {t('list.take')}
        </Button>
      </Box>
    </DeskItem>
  );
});
