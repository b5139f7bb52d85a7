import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, useProblemText } from '../../api/problems';
import type { Conversation } from '../../api/types';
import { DialogForm, FormDialog } from '../../components/FormDialog';
import { useNotify } from '../../components/Notices';
import { ColleagueList } from './ColleagueList';
import { useColleagues } from './useColleagues';
import { useInvitation } from './useFlow';

interface Props {
  state: Conversation;
  open: boolean;
  onClose: () => void;
}

/** Which colleague takes part beside whoever helps. */
export function InviteDialog({ open, onClose, state }: Props) {
  const { t } = useTranslation('flow');
  return (
    <FormDialog open={open} title={t('inviting.title')} onClose={onClose}>
      <InviteForm state={state} onClose={onClose} />
    </FormDialog>
  );
}

function InviteForm({ state, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation('flow');
  const notify = useNotify();
  const problemText = useProblemText();
  const invitation = useInvitation(state.id);
  const { data: colleagues } = useColleagues();
  const [chosen, setChosen] = useState('');
  const name = colleagues?.find((colleague) => colleague.id === chosen)?.name ?? '';
  const { error } = invitation;
  const full = codeOf(error) === 'too_many';
  const send = () => {
    if (!chosen) return;
    invitation.mutate(chosen, {
      onSuccess: () => {
        notify({ tone: 'success', text: t('inviting.done', { name }) });
        onClose();
      },
    });
  };
  return (
    <DialogForm
      text={t('inviting.text')}
      problem={error ? (full ? t('inviting.too_many') : problemText(error)) : undefined}
      confirm={t('inviting.confirm')}
      disabled={!chosen}
      busy={invitation.isPending}
      onSubmit={send}
      onCancel={onClose}
    >
      <RadioGroup aria-label={t('inviting.title')} value={chosen} onChange={(_, value) => setChosen(value)}>
        <ColleagueList beside={state.members.map((member) => member.id)} needsRoom={false} />
      </RadioGroup>
    </DialogForm>
  );
}
