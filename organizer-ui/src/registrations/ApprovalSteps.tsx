import Box from '@mui/material/Box';
import { Check, Clock3, Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const STEPS = [
  { key: 'registration.stepRegistered', icon: Check, state: 'done' },
  { key: 'registration.stepApproval', icon: Clock3, state: 'now' },
  { key: 'registration.stepOpen', icon: Megaphone, state: 'later' },
] as const;

/** Where a new organization stands: registered, looked at, open. */
export function ApprovalSteps() {
  const { t } = useTranslation('organizations');
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid' }}>
      {STEPS.map(({ key, icon: Icon, state }, index) => (
        <Box
          component="li"
          key={key}
          aria-current={state === 'now' ? 'step' : undefined}
          sx={{ display: 'flex', gap: 1.5, color: state === 'later' ? 'text.secondary' : 'text.primary' }}
        >
          <Box sx={{ display: 'grid', gridTemplateRows: 'auto 1fr', justifyItems: 'center' }}>
            <Box
              sx={{
                width: 32,
                height: 32,
                borderRadius: '50%',
                display: 'grid',
                placeItems: 'center',
                border: '2px solid',
                borderColor: state === 'later' ? 'divider' : 'primary.main',
                bgcolor: state === 'done' ? 'primary.main' : 'transparent',
                color:
                  state === 'done' ? 'primary.contrastText' : state === 'now' ? 'primary.main' : 'inherit',
              }}
            >
              <Icon size={16} strokeWidth={2.4} aria-hidden />
            </Box>
            {index < STEPS.length - 1 && <Box sx={{ width: 2, minHeight: 16, bgcolor: 'divider' }} />}
          </Box>
          <Box sx={{ pt: 0.6, pb: 2, fontWeight: state === 'now' ? 650 : 400 }}>{t(key)}</Box>
        </Box>
      ))}
    </Box>
  );
}
