import Box from '@mui/material/Box';
import { Check, CheckCheck, CircleAlert, Clock3, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MessageState } from './rules';

const ICONS: Record<MessageState, LucideIcon> = {
  waiting: Clock3,
  sending: Clock3,
  sent: Check,
  received: CheckCheck,
  seen: CheckCheck,
  failed: CircleAlert,
};

/** How far a message came, as a sign and a word. */
export function MessageMark({ state }: { state: MessageState }) {
  const { t } = useTranslation('desk');
  const Icon = ICONS[state];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.375,
        color: state === 'seen' ? 'primary.main' : 'inherit',
        fontWeight: state === 'waiting' || state === 'failed' ? 650 : undefined,
      }}
    >
      <Icon size={14} strokeWidth={2.2} aria-hidden />
      {t(`message.${state}`)}
    </Box>
  );
}
