import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Coffee, MousePointerClick } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState';
import { useMyConversations, useRequests } from '../client/hooks';
import { nextOf } from '../queue/rules';
import { useTake } from '../queue/useTake';
import { useDeskEvents } from '../useDeskEvents';

/** The middle of the desk while nobody is chosen. */
export function NothingChosen() {
  const { t } = useTranslation('desk');
  const { events } = useDeskEvents();
  const requests = useRequests();
  const mine = useMyConversations();
  const take = useTake();
  const ids = events.map((event) => event.id);
  const next = nextOf(requests, ids);
  const quiet = !next && mine.length === 0;
  return (
    <Box sx={{ flex: 1, display: 'grid', overflowY: 'auto' }}>
      <Box sx={{ m: 'auto' }}>
        <EmptyState
          icon={quiet ? Coffee : MousePointerClick}
          title={t(quiet ? 'none.quietTitle' : 'none.title')}
          text={t(quiet ? 'none.quietText' : 'none.text')}
        >
          {next && (
            <Button
              variant="contained"
              loading={take.isPending}
              onClick={() => take.mutate({ next: next.event })}
            >
              {t('none.takeFirst')}
            </Button>
          )}
        </EmptyState>
        <KeyHints />
      </Box>
    </Box>
  );
}

/** The keys that help from here; where there is no pointer there seldom is a keyboard. */
function KeyHints() {
  const { t } = useTranslation(['desk', 'common']);
  const hints = [
    ['T', t('none.keyTake')],
    ['U', t('none.keyUnread')],
    ['B', t('none.keyTeam')],
    ['?', t('none.keyAll')],
  ] as const;
  return (
    <Box
      sx={{
        display: 'none',
        '@media (hover: hover)': { display: 'flex' },
        justifyContent: 'center',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 1,
        px: 2,
        pb: 4,
        color: 'text.secondary',
        fontSize: '0.8125rem',
      }}
    >
      {hints.map(([key, text]) => (
        <span key={key}>
          <kbd>{key}</kbd> {text}
        </span>
      ))}
    </Box>
  );
}
