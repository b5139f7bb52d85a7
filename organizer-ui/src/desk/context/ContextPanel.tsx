import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpRequest } from '../../api/types';
import { useOpenEvents } from '../../events/useEvents';
import type { Places } from '../places/usePlaces';
import { ContextEvent } from './ContextEvent';
import { ContextLocation } from './ContextLocation';
import { ContextPerson } from './ContextPerson';
import { ContextRequest } from './ContextRequest';
import { useEventContext } from './useEventContext';

interface Props {
  request: HelpRequest;
  event: string;
  places: Places;
  /** Closes the panel where it lies over the conversation. */
  onClose: () => void;
  /** More to know of a conversation. */
  children?: ReactNode;
}

/** What to know about the person and the place, beside what is said. */
export function ContextPanel({ request, event, places, onClose, children }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const context = useEventContext(event);
  const { data: events } = useOpenEvents();
  const details = events?.find((candidate) => candidate.id === event);
  const zones = details?.zones ?? context.data?.zones;
  return (
    <Box sx={{ display: 'grid', gap: 0 }}>
      <Box
        sx={{
          display: { xs: 'flex', lg: 'none' },
          alignItems: 'center',
          justifyContent: 'space-between',
          pl: 2.5,
          pr: 1,
          py: 1,
        }}
      >
        <Box component="h2" sx={{ m: 0, fontSize: '1rem', fontWeight: 650 }}>
          {t('context.label')}
        </Box>
        <IconButton aria-label={t('common:action.close')} onClick={onClose}>
          <X size={20} aria-hidden />
        </IconButton>
      </Box>
      <ContextPerson participant={request.participant} />
      <ContextLocation places={places} event={details} />
      <ContextRequest request={request} zone={zones?.find((zone) => zone.id === request.zone)?.name} />
      {children}
      <ContextEvent query={context} />
    </Box>
  );
}
