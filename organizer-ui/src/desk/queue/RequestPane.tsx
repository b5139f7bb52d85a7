import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { answer, messenger } from '../../api/clients';
import { queryKeys } from '../../api/queryKeys';
import type { HelpRequest } from '../../api/types';
import { ErrorState } from '../../components/ErrorState';
import { Loading } from '../../components/Loading';
import { useConversationIncidents } from '../../incidents/useConversationIncidents';
import { useMember } from '../../sessions/useSession';
import { useRequests } from '../client/hooks';
import { ContextPanel } from '../context/ContextPanel';
import { MessageText } from '../conversations/MessageText';
import { PriorityMenu } from '../flow/PriorityMenu';
import { ContextToggle } from '../layout/ContextToggle';
import { PaneHeader } from '../layout/PaneHeader';
import { useContextOpen } from '../layout/useContextOpen';
import { WithContext } from '../layout/WithContext';
import { useNameOf } from '../names';
import { usePlaces } from '../places/usePlaces';
import { CategoryBadge } from './CategoryBadge';
import { PriorityLabel } from './PriorityLabel';
import { isWaiting } from './rules';
import { useTake } from './useTake';
import { Waiting } from './Waiting';

/** Somebody who waits, before one takes them: everything that they said. */
export function RequestPane() {
  const { request: id = '' } = useParams();
  const live = useRequests().find((request) => request.id === id);
  const query = useQuery({
    queryKey: queryKeys.helpRequests.one(id),
    queryFn: () => answer(messenger.GET('/messenger/v1/help-requests/{id}', { params: { path: { id } } })),
    enabled: !live,
  });
  // While it stands in the queue, the queue knows best; a copy that still says so is older than its leaving.
  const request = live ?? query.data;
  if (request) return <RequestView request={request} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Box sx={{ p: 3 }}>
      <Loading rows={3} height={96} />
    </Box>
  );
}

function RequestView({ request }: { request: HelpRequest }) {
  const { t } = useTranslation('desk');
  const take = useTake();
  const who = useNameOf()(request.participant);
  const context = useContextOpen();
  const places = usePlaces(request);
  const incidents = useConversationIncidents(request);
  useOpenWhenMine(request);
  const waiting = isWaiting(request);
  return (
    <WithContext
      open={context.open}
      onClose={context.close}
      context={
        <ContextPanel request={request} event={request.event} places={places} onClose={context.close}>
          {incidents.section}
        </ContextPanel>
      }
    >
      <PaneHeader
        picture={<CategoryBadge category={request.category} priority={request.priority} size={40} />}
        title={who}
        actions={<ContextToggle open={context.open} onToggle={context.toggle} />}
      >
        {waiting ? <PriorityMenu request={request} /> : <PriorityLabel priority={request.priority} />}
        <span>{t(`category.${request.category}`)}</span>
        {waiting && <Waiting request={request} />}
      </PaneHeader>
      <Box sx={{ flex: 1, overflowY: 'auto', p: { xs: 2, sm: 4 }, display: 'grid', placeContent: 'center' }}>
        <Box sx={{ width: 'min(560px, 100%)' }}>
          <Typography variant="body2" color="textSecondary" component="h3" sx={{ mb: 0.75 }}>
            {t('request.words')}
          </Typography>
          <Typography
            sx={{
              p: 2.5,
              borderRadius: 3,
              bgcolor: 'background.paper',
              border: '1px solid',
              borderColor: 'divider',
              fontSize: '1.125rem',
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
            }}
          >
            <MessageText text={request.text} />
          </Typography>
          <Box sx={{ mt: 2.5, textAlign: 'center' }}>
            {waiting ? (
              <Button
                variant="contained"
                size="large"
                loading={take.isPending}
                onClick={() => take.mutate({ request })}
                sx={{ width: { xs: '100%', sm: 'auto' } }}
              >
                {t('request.takeLong')}
              </Button>
            ) : (
              <Typography role="status" color="textSecondary">
                {endOf(request, t)}
              </Typography>
            )}
          </Box>
        </Box>
      </Box>
      {incidents.dialogs}
    </WithContext>
  );
}

/** A request that has become a conversation of mine is shown as one. */
function useOpenWhenMine(request: HelpRequest): void {
  const navigate = useNavigate();
  const { id: me } = useMember();
  const mine = request.status === 'taken' && request.member?.id === me;
  useEffect(() => {
    if (mine) void navigate(`/desk/conversations/${request.conversation}`, { replace: true });
  }, [mine, request.conversation, navigate]);
}

function endOf(request: HelpRequest, t: ReturnType<typeof useTranslation<'desk'>>['t']): string {
  if (request.status === 'taken' && request.member?.name)
    return t('request.takenBy', { name: request.member.name });
  if (request.status === 'closed') return t('request.closed');
  if (request.status === 'cancelled') return t('request.cancelled');
  return t(request.status === 'expired' ? 'request.expired' : 'request.gone');
}
