import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { uuidV7 } from '@steward/client-kit/ids';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problems';
import type { IncidentComment } from '../api/types';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { MorePages } from '../components/MorePages';
import { useNotify } from '../components/Notices';
import { PersonAvatar } from '../components/PersonAvatar';
import { Section } from '../components/Section';
import { useMember } from '../sessions/useSession';
import { useMemberNames } from '../team/useMemberNames';
import { dateTime } from '../texts/formats';
import { CommentForm } from './CommentForm';
import { useCommenting, useCommentRemoval, useComments } from './useComments';

/** What members say about an incident, and where they say it. */
export function Comments({ incident }: { incident: string }) {
  const { t } = useTranslation('incidents');
  const query = useComments(incident);
  const [next, setNext] = useState(uuidV7);
  return (
    <Section title={t('comments.title')}>
      <CommentForm key={next} incident={incident} id={next} onDone={() => setNext(uuidV7())} />
      {query.isPending && <Loading rows={2} height={56} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && query.items.length === 0 && (
        <Typography color="textSecondary">{t('comments.none')}</Typography>
      )}
      <Box
        component="ul"
        aria-label={t('comments.title')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}
      >
        {query.items.map((comment) => (
          <Comment key={comment.id} incident={incident} comment={comment} />
        ))}
      </Box>
      <MorePages query={query} />
    </Section>
  );
}

interface Props {
  incident: string;
  comment: IncidentComment;
}

function Comment({ incident, comment }: Props) {
  const { t, i18n } = useTranslation('incidents');
  const [editing, setEditing] = useState(false);
  const mine = useMember().id === comment.author;
  const name = useMemberNames()(comment.author);
  const done = () => setEditing(false);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <PersonAvatar id={comment.author} name={name} size={32} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
          <Box sx={{ fontWeight: 650 }}>{name}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            <time dateTime={comment.created_at}>{dateTime(comment.created_at, i18n.language)}</time>
            {comment.edited_at && ` · ${t('comments.edited')}`}
          </Box>
        </Box>
        {editing ? (
          <CommentForm
            incident={incident}
            id={comment.id}
            known={comment.text}
            onDone={done}
            onCancel={done}
          />
        ) : (
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{comment.text}</Box>
        )}
      </Box>
      {mine && !editing && <Own incident={incident} comment={comment} onEdit={() => setEditing(true)} />}
    </Box>
  );
}

/** What its author can do with a comment. Deleting it can be taken back for a moment. */
function Own({ incident, comment, onEdit }: Props & { onEdit: () => void }) {
  const { t } = useTranslation(['incidents', 'common']);
  const notify = useNotify();
  const problemText = useProblemText();
  const commenting = useCommenting(incident);
  const removal = useCommentRemoval(incident);
  const onError = (error: unknown) => notify({ tone: 'error', text: problemText(error) });
  const { id, text } = comment;
  const remove = () =>
    removal.mutate(id, {
      onSuccess: () =>
        notify({
          text: t('comments.removed'),
          action: {
            label: t('common:action.undo'),
            run: () => commenting.mutate({ comment: uuidV7(), text }, { onError }),
          },
        }),
      onError,
    });
  return (
    <Box sx={{ flex: 'none' }}>
      <Tooltip title={t('comments.edit')}>
        <IconButton size="small" aria-label={t('comments.edit')} onClick={onEdit}>
          <Pencil size={16} aria-hidden />
        </IconButton>
      </Tooltip>
      <Tooltip title={t('comments.remove')}>
        <IconButton size="small" aria-label={t('comments.remove')} onClick={remove}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </Tooltip>
    </Box>
  );
}
