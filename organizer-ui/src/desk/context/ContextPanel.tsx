import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { HelpRequest } from '../../api/types';
import { useOpenEvents } from '../../events/useEvents';
import type { Places } from '../places/usePlaces';
import { ContextEvent } from './ContextEvent';
import { ContextHead } from './ContextHead';
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
  const context = useEventContext(event);
  const { data: events } = useOpenEvents();
  const details = events?.find((candidate) => candidate.id === event);
  const zones = details?.zones ?? context.data?.zones;
  return (
    <Box sx={{ display: 'grid', gap: 0 }}>
      <ContextHead onClose={onClose} />
      <ContextPerson participant={request.participant} />
      <ContextLocation places={places} event={details} />
      <ContextRequest request={request} zone={zones?.find((zone) => zone.id === request.zone)?.name} />
      {children}
      <ContextEvent query={context} />
    </Box>
  );
}
