import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Tooltip from '@mui/material/Tooltip';
import { UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useProblemText } from '../../api/problems';
import type { Conversation, Handover } from '../../api/types';
import { useNotify } from '../../components/Notices';
import { manages } from '../../sessions/rules';
import { useMember } from '../../sessions/useSession';
import { clock } from '../../texts/formats';
import { ContextSection } from '../context/ContextSection';
import { invitedOf, powersOf } from './rules';
import { useLeaving } from './useFlow';
import { useHandovers } from './useHandovers';
import { useJudgement } from './useJudgement';

/** Who takes part beside whoever helps, and through whose hands it went. */
export function ContextHands({ state }: { state: Conversation }) {
  const { t, i18n } = useTranslation('flow');
  const { data: handovers = [] } = useHandovers(state);
  const leads = manages(useMember());
  const words = useWords();
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
      {(handovers.length > 0 || leads) && (
        <ContextSection
          title={t('history')}
          side={
            leads && (
              <Link
                component={RouterLink}
                to={`/audit?conversation=${state.id}`}
                sx={{ fontSize: '0.8125rem' }}
              >
                {t('audit')}
              </Link>
            )
          }
        >
          {handovers.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('change.none')}</Box>}
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
            {handovers.map((handover) => (
              <li key={handover.at}>
                <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1.5 }}>
                  <span>{words(handover)}</span>
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
    // What follows belongs to the call: the new state may come before the answer, and take this line away.
    void leaving.mutateAsync(member.id).then(
      () => notify({ text: t('removed', { name }) }),
      (error) => notify({ tone: 'error', text: problemText(error) }),
    );
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

/** What happened, in words: joining is inviting oneself, leaving is taking oneself out. */
function useWords(): (handover: Handover) => string {
  const { t } = useTranslation('flow');
  const judgement = useJudgement();
  return ({ cause, from, to, by, before, after }) => {
    const somebody = t('handedOver.somebody');
    const name = (person: Handover['by'], none: string) => (person ? (person.name ?? somebody) : none);
    const names = {
      from: name(from, t('change.queue')),
      to: name(to, t('change.queue')),
      by: name(by, somebody),
      judgement: judgement(before, after),
    };
    if (cause === 'transferred' && by?.id !== from?.id) return t('change.transferredBy', names);
    if (cause === 'invited' && by?.id === to?.id) return t('change.joined', names);
    if (cause === 'removed' && by?.id === from?.id) return t('change.left', names);
    return t(`change.${cause}`, names);
  };
}
