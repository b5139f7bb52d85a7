import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '../../texts/formats';
import { useDraftText } from '../client/hooks';
import type { ConversationView } from '../client/view';
import { DeskItem } from '../layout/DeskItem';
import { useNameOf } from '../names';
import { CategoryBadge } from '../queue/CategoryBadge';
import { LineMark } from './LineMark';
import { lastOf, summaryOf } from './rules';
import { UnreadBadge } from './UnreadBadge';

interface Props {
  view: ConversationView;
  me: string;
  /** Whether it is chosen; nothing while nobody chooses. */
  chosen?: boolean;
  onChoose: (id: string) => void;
}

/** One of my conversations: who, what was said last, and how much is unread. */
export const ConversationItem = memo(function ConversationItem({ view, me, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation('desk');
  const nameOf = useNameOf();
  const draft = useDraftText(view.id);
  const { state, unread } = view;
  const request = state?.request;
  if (!state) return null;
  const last = lastOf(view, me);
  const failed = view.pending.some((entry) => entry.refused);
  return (
    <DeskItem
      to={`/desk/conversations/${view.id}`}
      picture={
        chosen === undefined ? (
          request && <CategoryBadge category={request.category} priority={request.priority} />
        ) : (
          <Checkbox
            checked={chosen}
            onChange={() => onChoose(view.id)}
            slotProps={{
              input: { 'aria-label': t('many.chooseOne', { who: nameOf(state.participants[0]) }) },
            }}
            sx={{ position: 'relative', zIndex: 1, alignSelf: 'flex-start', p: 0.5 }}
          />
        )
      }
      title={nameOf(state.participants[0])}
      side={
        last && (
          <Box component="time" dateTime={last.at} sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {clock(last.at, i18n.language)}
          </Box>
        )
      }
      text={
        <>
          {view.typing.length > 0 && <LineMark colour="primary.main">{t('list.typing')} </LineMark>}
          {failed && <LineMark colour="error.main">{t('list.failed')}: </LineMark>}
          {draft && <LineMark colour="caution.main">{t('list.draft')}: </LineMark>}
          {last?.own && !failed && !draft && <span>{t('list.you')} </span>}
          {draft || (last ? summaryOf(last.body, t) : request?.text)}
        </>
      }
      strong={unread > 0}
    >
      <UnreadBadge count={unread} />
    </DeskItem>
  );
});
