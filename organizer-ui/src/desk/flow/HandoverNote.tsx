import Box from '@mui/material/Box';
import { Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Handover } from '../../api/types';
import { useMember } from '../../sessions/useSession';
import { clock } from '../../texts/formats';
import { holds } from './rules';
import { useHandovers } from './useHandovers';

/** Above what is said, for whoever goes on: from whom they have it, and why. */
export function HandoverNote({ state }: { state: Conversation }) {
  const { t, i18n } = useTranslation('flow');
  const { id: me } = useMember();
  const { data } = useHandovers(state);
  const last = data?.find(changedHands);
  if (!last || !holds(state, me) || (last.by?.id === me && last.cause !== 'declined')) return null;
  if (last.from?.id === me) return null;
  return (
    <Box
      role="note"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1.25,
        px: { xs: 1.5, sm: 2.5 },
        py: 1.25,
        bgcolor: 'surface.soft',
        color: 'surface.onSoft',
        fontSize: '0.875rem',
      }}
    >
      <Waypoints size={18} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Box sx={{ minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {said(last, t)}
        </Box>{' '}
        <Box component="time" dateTime={last.at} sx={{ opacity: 0.85 }}>
          {clock(last.at, i18n.language)}
        </Box>
        {last.reason && (
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{`“${last.reason}”`}</Box>
        )}
      </Box>
    </Box>
  );
}

type Changed = Handover & { cause: Exclude<Handover['cause'], 'invited' | 'removed' | 'judged'> };

/** True for what gave the conversation to somebody else. */
function changedHands(handover: Handover): handover is Changed {
  return !['invited', 'removed', 'judged'].includes(handover.cause);
}

function said(last: Changed, t: ReturnType<typeof useTranslation<'flow'>>['t']): string {
  const somebody = t('handedOver.somebody');
  const names = { by: last.by?.name ?? somebody, from: last.from?.name ?? somebody };
  if (last.cause !== 'transferred') return t(`handedOver.${last.cause}`, names);
  return t(last.by?.id === last.from?.id ? 'handedOver.transferred' : 'handedOver.transferredBy', names);
}
