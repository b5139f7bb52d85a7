import Box from '@mui/material/Box';
import { CircleCheckBig, Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../api/types';
import { manages } from '../../sessions/rules';
import { useMember } from '../../sessions/useSession';
import { dateTime } from '../../texts/formats';
import { ReopenButton } from '../flow/ReopenButton';
import { SatisfactionNote } from '../satisfaction/SatisfactionNote';

/** Why one cannot write here: it is over, or somebody else is helping. */
export function ClosedNote({ state, who }: { state: Conversation; who: string }) {
  const { t, i18n } = useTranslation('desk');
  const leads = manages(useMember());
  const closed = state.status === 'closed';
  const outcome = state.request?.outcome as 'resolved' | null | undefined;
  const satisfaction = state.request?.satisfaction;
  const helper = state.members.find((member) => member.name)?.name;
  const Icon = closed ? CircleCheckBig : Eye;
  return (
    <Box
      role="status"
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 5,
        rowGap: 1.5,
        px: 2.5,
        py: 2,
        borderTop: '1px solid',
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
        <Icon size={20} aria-hidden style={{ flex: 'none' }} />
        <Box>
          <Box sx={{ fontWeight: 600 }}>
            {closed
              ? outcome
                ? t('close.closedAs', { outcome: t(`close.${outcome}`) })
                : t('composer.closed')
              : t(leads ? 'conversation.following' : 'conversation.readOnly', {
                  name: helper ?? t('conversation.somebody'),
                })}
          </Box>
          {state.closed_at && (
            <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {dateTime(state.closed_at, i18n.language)}
            </Box>
          )}
        </Box>
      </Box>
      {satisfaction && <SatisfactionNote satisfaction={satisfaction} />}
      {closed && state.request?.status === 'closed' && <ReopenButton conversation={state.id} who={who} />}
    </Box>
  );
}
