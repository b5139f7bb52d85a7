import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Availability, Event } from '../../api/types';
import { CapacityStepper } from './CapacityStepper';
import { LimitNote } from './LimitNote';
import { type AvailabilityMode, ask, boundedCapacity, CAPACITY, modeOf } from './rules';
import { useAvailabilityChange } from './useAvailability';

interface Props {
  availability: Availability;
  active: number;
  events: readonly Event[];
}

const MODES = [
  { mode: 'off', name: 'availability.off', text: 'availability.offText' },
  { mode: 'by-hand', name: 'availability.byHand', text: 'availability.byHandText' },
  { mode: 'on', name: 'availability.on', text: 'availability.onText' },
] as const;

/** Off, by hand or on; with a limit, and for which events. Each change counts at once. */
export function AvailabilityForm({ availability, active, events }: Props) {
  const { t } = useTranslation('desk');
  const change = useAvailabilityChange();
  const mode = modeOf(availability);
  const all = events.map((event) => event.id);
  const [capacity, setCapacity] = useState(() => availability.capacity || CAPACITY.usual);
  const chosen = mode === 'on' ? availability.events.filter((id) => all.includes(id)) : all;

  const set = (next: AvailabilityMode, limit: number, of: readonly string[]) =>
    change.mutate(ask(next, limit, of));
  const step = (limit: number) => {
    const bounded = boundedCapacity(limit);
    setCapacity(bounded);
    if (mode !== 'off') set(mode, bounded, chosen);
  };
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    if (next.length > 0) set('on', capacity, next);
  };
  return (
    <Box sx={{ p: 2 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {t('availability.title')}
      </Typography>
      <RadioGroup
        aria-label={t('availability.title')}
        value={mode}
        onChange={(_, value) => set(value as AvailabilityMode, capacity, all)}
        sx={{ gap: 0.5 }}
      >
        {MODES.map((option) => (
          <FormControlLabel
            key={option.mode}
            value={option.mode}
            disabled={option.mode === 'on' && all.length === 0}
            control={<Radio size="small" autoFocus={mode === option.mode} />}
            sx={{
              m: 0,
              py: 0.75,
              pr: 1.5,
              borderRadius: 2,
              alignItems: 'flex-start',
              bgcolor: mode === option.mode ? 'surface.soft' : undefined,
              color: mode === option.mode ? 'surface.onSoft' : undefined,
            }}
            label={
              <Box sx={{ pt: 0.75 }}>
                <Box sx={{ fontWeight: 600, lineHeight: 1.3 }}>{t(option.name)}</Box>
                <Box sx={{ fontSize: '0.8125rem', lineHeight: 1.4 }}>{t(option.text)}</Box>
              </Box>
            }
          />
        ))}
      </RadioGroup>
      {mode !== 'off' && <CapacityStepper capacity={capacity} onChange={step} />}
      {mode !== 'off' && <LimitNote active={active} capacity={availability.capacity} />}
      {mode === 'on' && events.length > 1 && (
        <Box role="group" aria-label={t('availability.events')} sx={{ mt: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {t('availability.events')}
          </Typography>
          <Box sx={{ maxHeight: 200, overflowY: 'auto', display: 'grid' }}>
            {events.map((event) => (
              <FormControlLabel
                key={event.id}
                label={event.name}
                control={
                  <Checkbox
                    size="small"
                    checked={chosen.includes(event.id)}
                    disabled={chosen.length === 1 && chosen.includes(event.id)}
                    onChange={() => toggle(event.id)}
                  />
                }
              />
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}
