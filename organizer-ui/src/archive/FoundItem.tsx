import Box from '@mui/material/Box';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Found } from '../api/types';
import { DeskItem } from '../desk/layout/DeskItem';
import { useNameOf } from '../desk/names';
import { CategoryBadge } from '../desk/queue/CategoryBadge';
import { TagList } from '../desk/tags/TagList';
import { dateTime } from '../texts/formats';
import { Marked } from './Marked';

/** A conversation that was found: who, when, how it ended, and where the words stand. */
export function FoundItem({ found: { conversation, excerpt } }: { found: Found }) {
  const { t, i18n } = useTranslation(['archive', 'desk']);
  const nameOf = useNameOf();
  const { request, members, tags } = conversation;
  const outcome = request?.outcome as 'resolved' | null | undefined;
  const helpers = members.map((member) => member.name).filter(Boolean);
  return (
    <DeskItem
      to={`/desk/conversations/${conversation.id}`}
      picture={request && <CategoryBadge category={request.category} priority={request.priority} />}
      title={nameOf(conversation.participants[0])}
      side={
        <Box
          component="time"
          dateTime={conversation.opened_at}
          sx={{ color: 'text.secondary', fontSize: '0.8125rem', whiteSpace: 'nowrap' }}
        >
          {dateTime(conversation.opened_at, i18n.language)}
        </Box>
      }
      text={
        excerpt ? (
          <>
            {excerpt.note && (
              <Box component="span" sx={{ mr: 0.5, fontWeight: 650 }}>
                <EyeOff size={13} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('desk:notes.note')}:{' '}
              </Box>
            )}
            <Marked excerpt={excerpt} />
          </>
        ) : (
          request?.text
        )
      }
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1.5,
          rowGap: 0.5,
          pt: 0.5,
          color: 'text.secondary',
          fontSize: '0.8125rem',
        }}
      >
        <Box component="span" sx={{ fontWeight: 600 }}>
          {outcome
            ? t(`desk:close.${outcome}`, { defaultValue: t('desk:close.other') })
            : t(conversation.status === 'open' ? 'open' : 'ended')}
        </Box>
        {helpers.length > 0 && <span>{helpers.join(', ')}</span>}
        <TagList tags={tags ?? []} />
      </Box>
    </DeskItem>
  );
}
