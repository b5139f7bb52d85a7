import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HelpRequest, Incident } from '../api/types';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { Section } from '../components/Section';
import { DeskItem } from '../desk/layout/DeskItem';
import { useNameOf } from '../desk/names';
import { CategoryBadge } from '../desk/queue/CategoryBadge';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { useToldBy } from './useToldBy';
import { useUndoableUnlinking } from './useUndoableUnlinking';

/** Everybody who told of an incident, and how far each has been helped. */
export function ToldBy({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  const query = useToldBy(incident);
  return (
    <Section title={t('people.title')}>
      {query.isPending && <Loading rows={2} height={64} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <Typography color="textSecondary">{t('people.none')}</Typography>}
      {query.data && query.data.length > 0 && (
        <Box
          component="ul"
          aria-label={t('people.title')}
          sx={{ listStyle: 'none', m: 0, mx: -1.5, p: 0, maxHeight: 480, overflowY: 'auto' }}
        >
          {query.data.map((request) => (
            <Person key={request.conversation} request={request} incident={incident} />
          ))}
        </Box>
      )}
    </Section>
  );
}

function Person({ request, incident }: { request: HelpRequest; incident: Incident }) {
  const { t } = useTranslation('incidents');
  const who = useNameOf()(request.participant);
  const unlink = useUndoableUnlinking(incident);
  const me = useMember();
  const label = t('unlink.person', { who });
  // What was said is for those in the conversation, and for those who lead; the request is for all.
  const reads = request.status !== 'waiting' && (manages(me) || request.member?.id === me.id);
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', pr: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <DeskItem
          to={reads ? `/desk/conversations/${request.conversation}` : `/desk/requests/${request.id}`}
          picture={<CategoryBadge category={request.category} priority={request.priority} />}
          title={who}
          side={
            <Box
              component="span"
              sx={{ color: 'text.secondary', fontSize: '0.8125rem', whiteSpace: 'nowrap' }}
            >
              {useStateOf(request)}
            </Box>
          }
          text={request.text}
        />
      </Box>
      <Tooltip title={label}>
        <IconButton size="small" aria-label={label} onClick={() => unlink(request.conversation)}>
          <Unlink size={16} aria-hidden />
        </IconButton>
      </Tooltip>
    </Box>
  );
}

function useStateOf({ status, member }: HelpRequest): string {
  const { t } = useTranslation('incidents');
  if (status === 'waiting') return t('people.waiting');
  if (status !== 'taken') return t('people.closed');
  return member?.name ? t('people.taken', { name: member.name }) : t('people.takenBySomebody');
}
