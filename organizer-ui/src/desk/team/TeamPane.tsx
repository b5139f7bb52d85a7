import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { queryKeys } from '../../api/queryKeys';
import { ErrorState } from '../../components/ErrorState';
import { Loading } from '../../components/Loading';
import { useDesk, useReady, useTeam } from '../client/hooks';
import { TeamScreen } from './TeamScreen';

/** The channel of an event's team; whoever opens it first makes it. */
export function TeamPane() {
  const { event = '' } = useParams();
  const desk = useDesk();
  const ready = useReady();
  const view = useTeam(event);
  const query = useQuery({
    queryKey: queryKeys.team(event),
    queryFn: async () => {
      await desk.openTeam(event);
      return true;
    },
    enabled: ready && !view?.state,
  });
  if (view?.state) return <TeamScreen key={view.id} view={view} state={view.state} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Box sx={{ p: 3 }}>
      <Loading rows={4} height={64} />
    </Box>
  );
}
