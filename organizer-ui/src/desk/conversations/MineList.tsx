import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember } from '../../sessions/useSession';
import { useMyConversations } from '../client/hooks';
import { ListHeading } from '../layout/ListHeading';
import { ConversationItem } from './ConversationItem';
import { inDeskOrder } from './rules';

/** The open conversations of the member at this desk. */
export function MineList() {
  const { t } = useTranslation('desk');
  const id = useId();
  const { id: me } = useMember();
  const mine = useMyConversations();
  const views = useMemo(() => inDeskOrder(mine, me), [mine, me]);
  return (
    <section aria-labelledby={id}>
      <ListHeading id={id} title={t('list.mine')} count={views.length} />
      {views.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1.25, pb: 1.5 }}>
          {t('list.mineEmpty')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pb: 1 }}>
          {views.map((view) => (
            <ConversationItem key={view.id} view={view} me={me} />
          ))}
        </Box>
      )}
    </section>
  );
}
