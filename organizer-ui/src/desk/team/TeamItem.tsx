import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useMember } from '../../sessions/useSession';
import { clock } from '../../texts/formats';
import { useDraftText, useTeam } from '../client/hooks';
import { LineMark } from '../conversations/LineMark';
import { lastOf, summaryOf } from '../conversations/rules';
import { UnreadBadge } from '../conversations/UnreadBadge';
import { nameIn } from '../conversations/writers';
import { DeskItem } from '../layout/DeskItem';
import { TeamPicture } from './TeamPicture';

interface Props {
  event: string;
  /** The event's name, said where there are several. */
  name: string | undefined;
}

/** The team of an event: what was said last, and how much is unread. */
export function TeamItem({ event, name }: Props) {
  const { t, i18n } = useTranslation(['desk', 'channel']);
  const { id: me } = useMember();
  const view = useTeam(event);
  const draft = useDraftText(view?.id ?? '');
  const last = view && lastOf(view, me);
  const writer = last?.own ? t('list.you') : last && `${speakerOf(view) ?? t('channel:former')}:`;
  const failed = view?.pending.some((entry) => entry.refused);
  const unread = view?.unread ?? 0;
  return (
    <DeskItem
      to={`/desk/team/${event}`}
      picture={<TeamPicture />}
      title={name ?? t('channel:title')}
      side={
        last && (
          <Box component="time" dateTime={last.at} sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {clock(last.at, i18n.language)}
          </Box>
        )
      }
      text={
        <Box
          component="span"
          sx={{
            display: 'block',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {view && view.typing.length > 0 && <LineMark colour="primary.main">{t('list.typing')} </LineMark>}
          {failed && <LineMark colour="error.main">{t('list.failed')}: </LineMark>}
          {draft && <LineMark colour="caution.main">{t('list.draft')}: </LineMark>}
          {!draft && !failed && last && <span>{writer} </span>}
          {draft || (last ? summaryOf(last.body, t) : t('channel:nothing'))}
        </Box>
      }
      strong={unread > 0}
    >
      <UnreadBadge count={unread} />
    </DeskItem>
  );
}

/** Who spoke last; a first name is enough in one line. */
function speakerOf(view: NonNullable<ReturnType<typeof useTeam>>): string | undefined {
  const message = view.messages.at(-1);
  return message && nameIn(view, message.sender.id)?.split(' ')[0];
}
