import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CircleCheckBig } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { secondsSince, stopwatch } from '../../texts/formats';
import { useServerNow } from '../client/hooks';
import type { ConversationView } from '../client/view';
import { FlowMenu } from '../flow/FlowMenu';
import { PriorityMenu } from '../flow/PriorityMenu';
import { ContextToggle } from '../layout/ContextToggle';
import { PaneHeader } from '../layout/PaneHeader';
import { CategoryBadge } from '../queue/CategoryBadge';
import { PriorityLabel } from '../queue/PriorityLabel';

interface Props {
  view: ConversationView;
  who: string;
  mine: boolean;
  contextOpen: boolean;
  onContext: () => void;
  onClose: () => void;
}

/** Whom I talk with, about what, for how long; and the way to end it. */
export function ConversationHeader({ view, who, mine, contextOpen, onContext, onClose }: Props) {
  const { t } = useTranslation('desk');
  const request = view.state?.request;
  return (
    <PaneHeader
      picture={request && <CategoryBadge category={request.category} priority={request.priority} size={40} />}
      title={who}
      actions={
        <>
          {mine && (
            <>
              <Button
                variant="outlined"
                color="inherit"
                startIcon={<CircleCheckBig size={17} aria-hidden />}
                aria-keyshortcuts="c"
                onClick={onClose}
                sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
              >
                {t('conversation.close')}
              </Button>
              <IconButton
                aria-label={t('conversation.close')}
                onClick={onClose}
                sx={{ display: { sm: 'none' } }}
              >
                <CircleCheckBig size={20} aria-hidden />
              </IconButton>
            </>
          )}
          {view.state && <FlowMenu state={view.state} who={who} />}
          <ContextToggle open={contextOpen} onToggle={onContext} />
        </>
      }
    >
      {request && (
        <>
          {mine ? <PriorityMenu request={request} /> : <PriorityLabel priority={request.priority} />}
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {t(`category.${request.category}`)}
          </Box>
        </>
      )}
      <Presence online={view.online} />
      {mine && request?.taken_at && <HelpingSince since={request.taken_at} />}
    </PaneHeader>
  );
}

function Presence({ online }: { online: boolean | undefined }) {
  const { t } = useTranslation('desk');
  if (online === undefined) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.625 }}>
      <Box
        component="span"
        aria-hidden
        sx={{
          width: 8,
          height: 8,
          borderRadius: '50%',
          border: '2px solid',
          borderColor: online ? 'done.main' : 'surface.edge',
          bgcolor: online ? 'done.main' : 'transparent',
        }}
      />
      {t(online ? 'conversation.online' : 'conversation.offline')}
    </Box>
  );
}

function HelpingSince({ since }: { since: string }) {
  const { t } = useTranslation('desk');
  const time = stopwatch(secondsSince(since, useServerNow()));
  return (
    <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
      {t('conversation.helpingSince', { time })}
    </Box>
  );
}
