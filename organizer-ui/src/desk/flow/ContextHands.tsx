import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problems';
import type { Conversation, Handover } from '../../api/types';
import { useNotify } from '../../components/Notices';
import { useMember } from '../../sessions/useSession';
import { clock } from '../../texts/formats';
import { ContextSection } from '../context/ContextSection';
import { invitedOf, powersOf } from './rules';
import { useLeaving } from './useFlow';
import { useHandovers } from './useHandovers';

/** Who takes part beside whoever helps, and through whose hands it went. */
export function ContextHands({ state }: { state: Conversation }) {
  const { t, i18n } = useTranslation('flow');
  const { data: handovers = [] } = useHandovers(state);
  const invited = invitedOf(state);
  return (
    <>
      {invited.length > 0 && (
        <ContextSection title={t('beside')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
            {invited.map((member) => (
              <Invited key={member.id} state={state} member={member} />
            ))}
          </Box>
        </ContextSection>
      )}
      {handovers.length > 0 && (
        <ContextSection title={t('history')}>
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
            {handovers.map((handover) => (
              <li key={handover.at}>
                <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1.5 }}>
                  <span>{words(handover, t)}</span>
                  <Box
                    component="time"
                    dateTime={handover.at}
                    sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}
                  >
                    {clock(handover.at, i18n.language)}
                  </Box>
                </Box>
                {handover.reason && (
                  <Box
                    sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
                  >{`“${handover.reason}”`}</Box>
                )}
              </li>
            ))}
          </Box>
        </ContextSection>
      )}
    </>
  );
}

interface InvitedProps {
  state: Conversation;
  member: Conversation['members'][number];
}

function Invited({ state, member }: InvitedProps) {
  const { t } = useTranslation('flow');
  const { id: me, role } = useMember();
  const notify = useNotify();
  const problemText = useProblemText();
  const leaving = useLeaving(state.id);
  const name = member.name ?? t('handedOver.somebody');
  const label = t('remove', { name });
  const remove = () =>
    leaving.mutate(member.id, {
      onSuccess: () => notify({ text: t('removed', { name }) }),
      onError: (error) => notify({ tone: 'error', text: problemText(error) }),
    });
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', minHeight: 34 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>{name}</Box>
      {powersOf(state, me, role !== 'staff').remove && member.id !== me && (
        <Tooltip title={label}>
          <IconButton size="small" aria-label={label} onClick={remove}>
            <UserMinus size={17} aria-hidden />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
}

function words(handover: Handover, t: ReturnType<typeof useTranslation<'flow'>>['t']): string {
  const somebody = t('handedOver.somebody');
  const name = (person: Handover['by'], none: string) => (person ? (person.name ?? somebody) : none);
  const others = handover.cause === 'transferred' && handover.by?.id !== handover.from?.id;
  return t(`change.${others ? 'transferredBy' : handover.cause}`, {
    from: name(handover.from, t('change.queue')),
    to: name(handover.to, t('change.queue')),
    by: name(handover.by, somebody),
  });
}
