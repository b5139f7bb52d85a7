import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Reply, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { OnlyHeard } from '../../components/OnlyHeard';
import { summaryOf } from './rules';

interface QuoteProps {
  /** Nothing while the message is further up than what was read. */
  message: Message | undefined;
  name: string | undefined;
}

/** A message that another one answers, in one line. */
function Quote({ message, name }: QuoteProps) {
  const { t } = useTranslation('desk');
  return (
    <Box
      component="span"
      sx={{
        display: 'block',
        minWidth: 0,
        px: 1.25,
        py: 0.5,
        borderLeft: '3px solid',
        borderColor: 'primary.main',
        borderRadius: 1,
        bgcolor: 'action.hover',
        textAlign: 'left',
        fontSize: '0.8125rem',
        lineHeight: 1.4,
      }}
    >
      <OnlyHeard>{t('reply.answers')} </OnlyHeard>
      {name && (
        <Box component="span" sx={{ display: 'block', fontWeight: 650 }}>
          {name}
        </Box>
      )}
      <Box
        component="span"
        sx={{ display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {message ? summaryOf(message.body, t) : t('reply.earlier')}
      </Box>
    </Box>
  );
}

/** Above the words of an answer; leads to what it answers. */
export function QuoteLink({ seq, ...quote }: QuoteProps & { seq: number }) {
  return (
    <ButtonBase
      onClick={() => {
        const message = document.getElementById(messageId(seq));
        message?.scrollIntoView({ block: 'center' });
        message?.focus({ preventScroll: true });
      }}
      sx={{ display: 'block', width: '100%', mb: 0.5, borderRadius: 1 }}
    >
      <Quote {...quote} />
    </ButtonBase>
  );
}

/** Above the field: what the next words answer. */
export function Replying({ onEnd, ...quote }: QuoteProps & { onEnd: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: { xs: 1.25, sm: 2.5 }, pb: 0.75 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Quote {...quote} />
      </Box>
      <IconButton size="small" aria-label={t('reply.end')} onClick={onEnd}>
        <X size={18} aria-hidden />
      </IconButton>
    </Box>
  );
}

/** Beside a message: answers it. */
export function ReplyButton({ text, onReply }: { text: string; onReply: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Tooltip title={t('reply.reply')}>
      <IconButton
        size="small"
        aria-label={t('reply.replyTo', { text })}
        onClick={onReply}
        sx={{ my: -0.75, color: 'inherit' }}
      >
        <Reply size={15} aria-hidden />
      </IconButton>
    </Tooltip>
  );
}

/** Where a message stands on the page. */
export const messageId = (seq: number) => `message-${seq}`;
