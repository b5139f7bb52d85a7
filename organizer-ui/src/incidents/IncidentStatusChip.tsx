import { Ban, CircleCheck, CircleDashed, Hammer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IncidentStatus } from '../api/types';
import { StatusChip } from '../components/StatusChip';

const LOOK = {
  to_do: { tone: 'caution', icon: CircleDashed },
  in_progress: { tone: 'plain', icon: Hammer },
  resolved: { tone: 'done', icon: CircleCheck },
  cancelled: { tone: 'plain', icon: Ban },
} as const;

/** How far the work on an incident is. */
export function IncidentStatusChip({ status }: { status: IncidentStatus }) {
  const { t } = useTranslation('incidents');
  return <StatusChip text={t(`status.${status}`)} {...LOOK[status]} />;
}
