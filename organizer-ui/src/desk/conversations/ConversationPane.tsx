import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { queryKeys } from '../../api/queryKeys';
import { ErrorState } from '../../components/ErrorState';
import { Loading } from '../../components/Loading';
import { useConversation, useDesk, useReady } from '../client/hooks';
import { ConversationScreen } from './ConversationScreen';
import { useFollowing } from './useFollowing';

/** A conversation by its address: one of mine, or one that is read first, such as a closed one. */
export function ConversationPane() {
  const { conversation: id = '' } = useParams();
  const desk = useDesk();
  const ready = useReady();
  const { state } = useConversation(id);
  useFollowing(state);
  const query = useQuery({
    queryKey: queryKeys.conversations.one(id),
    queryFn: async () => {
      await desk.open(id);
      return true;
    },
    enabled: ready && !state,
  });
  if (state) return <ConversationScreen key={id} id={id} state={state} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Box sx={{ p: 3 }}>
      <Loading rows={4} height={64} />
    </Box>
  );
}
