import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Popover from '@mui/material/Popover';
import { ChevronDown, CircleOff, Hand, type LucideIcon, Zap } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event } from '../../api/types';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { useMyConversations, useReady } from '../client/hooks';
import { holds } from '../flow/rules';
import { AvailabilityForm } from './AvailabilityForm';
import { type AvailabilityMode, modeOf } from './rules';
import { useAvailability } from './useAvailability';
import { useAvailabilityToggle } from './useAvailabilityToggle';

const LOOK: Record<AvailabilityMode, { icon: LucideIcon; colour: object; text: 'off' | 'byHand' | 'on' }> = {
  off: { icon: CircleOff, colour: { bgcolor: 'surface.strong', color: 'text.primary' }, text: 'off' },
  'by-hand': { icon: Hand, colour: { bgcolor: 'caution.soft', color: 'caution.onSoft' }, text: 'byHand' },
  on: { icon: Zap, colour: { bgcolor: 'done.soft', color: 'done.onSoft' }, text: 'on' },
};

/** Whether people are sent to me, how many I have, and the way to change it. */
export function AvailabilityControl({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation('desk');
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { data } = useAvailability();
  const mine = useMyConversations();
  const { id: me } = useMember();
  const ready = useReady();
  useShortcuts({ a: () => setOpen(true) });
  useAvailabilityToggle(events);
  if (!data) {
    return <Box sx={{ px: 1.5, color: 'text.secondary' }}>{t('availability.unknown')}</Box>;
  }
  const mode = modeOf(data);
  const { icon: Icon, colour, text } = LOOK[mode];
  // What is open here is fresher than what the service counted a minute ago.
  const active = ready ? mine.filter(({ state }) => holds(state, me)).length : data.active;
  const full = mode === 'on' && active >= data.capacity;
  const state = t(full ? 'availability.full' : `availability.${text}`);
  const load =
    mode === 'off'
      ? active > 0 && t('availability.active', { active })
      : t('availability.activeOf', { active, capacity: data.capacity });
  return (
    <>
      <ButtonBase
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="a"
        onClick={() => setOpen(true)}
        sx={{
          gap: 1,
          height: 46,
          pl: 1.25,
          pr: 1,
          borderRadius: 2.5,
          textAlign: 'left',
          ...(full ? LOOK['by-hand'].colour : colour),
        }}
      >
        <Icon size={18} strokeWidth={2.2} aria-hidden />
        <span>
          <Box component="span" sx={{ display: 'block', fontSize: '0.75rem', lineHeight: 1.3 }}>
            {t('availability.label')}{' '}
          </Box>
          <Box
            component="span"
            sx={{ display: 'block', fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.3 }}
          >
            {[state, load].filter(Boolean).join(' · ')}
          </Box>
        </span>
        <ChevronDown size={16} aria-hidden />
      </ButtonBase>
      <Popover
        open={open}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('availability.title'),
            sx: {
              mt: 0.75,
              width: 344,
              maxWidth: 'calc(100vw - 24px)',
              borderRadius: 3,
              border: '1px solid',
              borderColor: 'divider',
              boxShadow: 8,
            },
          },
        }}
      >
        <AvailabilityForm availability={data} active={active} events={events} />
      </Popover>
    </>
  );
}
