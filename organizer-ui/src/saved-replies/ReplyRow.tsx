import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problems';
import type { SavedReply } from '../api/types';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { useNotify } from '../components/Notices';
import { manages } from '../sessions/rules';
import { useMember } from '../sessions/useSession';
import { ReplyForm } from './ReplyForm';
import { useRemoveReply } from './useSavedReplies';

/** One saved reply, which whoever keeps it can change here. */
export function ReplyRow({ reply }: { reply: SavedReply }) {
  const { t } = useTranslation('replies');
  const [editing, setEditing] = useState(false);
  const mayChange = manages(useMember()) || reply.scope === 'personal';
  if (editing) {
    return (
      <Box component="li" aria-label={t('editTitle', reply)}>
        <ReplyForm known={reply} onDone={() => setEditing(false)} />
      </Box>
    );
  }
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
          <Typography sx={{ fontWeight: 650 }}>/{reply.shortcut}</Typography>
          <Typography variant="body2" color="textSecondary">
            {t(`scope.${reply.scope}`)}
          </Typography>
        </Box>
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{reply.text}</Typography>
      </Box>
      {mayChange && <Changes reply={reply} onEdit={() => setEditing(true)} />}
    </Box>
  );
}

function Changes({ reply, onEdit }: { reply: SavedReply; onEdit: () => void }) {
  const { t } = useTranslation('replies');
  const notify = useNotify();
  const problemText = useProblemText();
  const remove = useRemoveReply();
  const [asking, setAsking] = useState(false);
  const confirm = () =>
    remove.mutate(reply, {
      onError: (error) => notify({ tone: 'error', text: problemText(error) }),
      onSettled: () => setAsking(false),
    });
  return (
    <Box sx={{ flex: 'none' }}>
      <IconButton aria-label={t('edit', reply)} onClick={onEdit}>
        <Pencil size={18} aria-hidden />
      </IconButton>
      <IconButton aria-label={t('remove', reply)} onClick={() => setAsking(true)}>
        <Trash2 size={18} aria-hidden />
      </IconButton>
      <ConfirmDialog
        open={asking}
        destructive
        title={t('removeTitle', reply)}
        confirm={t('removeConfirm')}
        busy={remove.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <Typography>{t('removeText')}</Typography>
      </ConfirmDialog>
    </Box>
  );
}
