import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, useProblemText } from '../api/problems';
import type { HelpRequest, Incident } from '../api/types';
import { ErrorState } from '../components/ErrorState';
import { DialogForm } from '../components/FormDialog';
import { Loading } from '../components/Loading';
import { useNotify } from '../components/Notices';
import { SearchField } from '../components/SearchField';
import { IncidentStatusChip } from './IncidentStatusChip';
import { eventOf } from './rules';
import { useIncidents, useLinking } from './useIncidents';

interface Props {
  requests: readonly HelpRequest[];
  /** None of them is the right one: a new one is made. */
  onNew: () => void;
  /** They were linked. */
  onDone: () => void;
  onClose: () => void;
}

/** Which of the event's open incidents conversations tell of. */
export function LinkForm({ requests, onNew, onDone, onClose }: Props) {
  const { t } = useTranslation('incidents');
  const notify = useNotify();
  const problemText = useProblemText();
  const linking = useLinking();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const query = useIncidents({ open: true, event: eventOf(requests), text: text || undefined });
  // Where there is only one, Enter is enough.
  const only = query.items.length === 1 ? query.items[0] : undefined;
  const incident = query.items.find(({ id }) => id === chosen) ?? only;
  const { error } = linking;
  const send = () => {
    if (!incident) return;
    const conversations = requests.map(({ conversation }) => conversation);
    linking.mutate(
      { incident: incident.id, conversations },
      {
        onSuccess: () => {
          notify({
            tone: 'success',
            text: t('link.done', { title: incident.title, count: requests.length }),
          });
          onDone();
        },
      },
    );
  };
  return (
    <DialogForm
      text={t('link.text', { count: requests.length })}
      problem={error ? (codeOf(error) === 'too_many' ? t('link.tooMany') : problemText(error)) : undefined}
      confirm={t('link.confirm')}
      disabled={!incident}
      busy={linking.isPending}
      onSubmit={send}
      onCancel={onClose}
    >
      <SearchField autoFocus label={t('link.search')} value={text} onChange={setText} />
      <Box sx={{ mt: 1, minHeight: 96, maxHeight: 320, overflowY: 'auto' }}>
        {query.isPending && <Loading rows={2} height={48} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && query.items.length === 0 && (
          <Typography color="textSecondary" sx={{ py: 1 }}>
            {t(text ? 'link.noMatch' : 'link.none')}
          </Typography>
        )}
        <RadioGroup
          aria-label={t('link.title')}
          value={incident?.id ?? ''}
          onChange={(_, value) => setChosen(value)}
          sx={{ flexWrap: 'nowrap' }}
        >
          {query.items.map((item) => (
            <Option key={item.id} incident={item} />
          ))}
        </RadioGroup>
      </Box>
      <Button size="small" onClick={onNew} sx={{ mt: 1 }}>
        {t('new.instead')}
      </Button>
    </DialogForm>
  );
}

function Option({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  return (
    <FormControlLabel
      value={incident.id}
      control={<Radio size="small" />}
      sx={{ m: 0, py: 0.5 }}
      label={
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ fontWeight: 600, lineHeight: 1.3, overflowWrap: 'anywhere' }}>{incident.title}</Box>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 1,
              mt: 0.5,
              fontSize: '0.8125rem',
              color: 'text.secondary',
            }}
          >
            <IncidentStatusChip status={incident.status} />
            {[incident.place, t('conversations', { count: incident.conversations.length })]
              .filter(Boolean)
              .join(' · ')}
          </Box>
        </Box>
      }
    />
  );
}
