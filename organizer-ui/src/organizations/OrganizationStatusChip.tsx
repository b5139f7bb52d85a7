import { Ban, CircleCheck, Clock3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OrganizationStatus } from '../api/types';
import { StatusChip } from '../components/StatusChip';

const LOOK = {
  pending: { tone: 'caution', icon: Clock3 },
  approved: { tone: 'done', icon: CircleCheck },
  blocked: { tone: 'danger', icon: Ban },
} as const;

export function OrganizationStatusChip({ status }: { status: OrganizationStatus }) {
  const { t } = useTranslation('organizations');
  return <StatusChip text={t(`status.${status}`)} {...LOOK[status]} />;
}
