import { Archive, CalendarCheck, CalendarClock, Radio } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Event } from '../api/types';
import { StatusChip } from '../components/StatusChip';
import { useNow } from '../components/useNow';
import { stateOf } from './rules';

const LOOK = {
  live: { tone: 'done', icon: Radio },
  upcoming: { tone: 'plain', icon: CalendarClock },
  past: { tone: 'plain', icon: CalendarCheck },
  archived: { tone: 'caution', icon: Archive },
} as const;

/** Whether an event is on, ahead, over or put away. */
export function EventStateChip({ event }: { event: Pick<Event, 'status' | 'starts_at' | 'ends_at'> }) {
  const { t } = useTranslation('events');
  const state = stateOf(event, useNow());
  return <StatusChip text={t(`state.${state}`)} {...LOOK[state]} />;
}
