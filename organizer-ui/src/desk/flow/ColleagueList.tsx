import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '../../api/types';
import { ErrorState } from '../../components/ErrorState';
import { Loading } from '../../components/Loading';
import { matches } from '../search';
import { ColleaguePicture } from '../team/PresenceSign';
import { presenceOf } from '../team/rules';
import { usePresenceText } from '../team/usePresenceText';
import { useColleagues } from './useColleagues';

/** From this many on, a name is found by typing. */
const MANY = 7;

interface Props {
  /** Who takes part already, and is not offered. */
  beside: readonly string[];
  /** Whether only those on duty who have room can be chosen. */
  needsRoom: boolean;
}

/** Colleagues to choose one of, as radio buttons of the group around it. */
export function ColleagueList({ beside, needsRoom }: Props) {
  const { t } = useTranslation('flow');
  const query = useColleagues();
  const [text, setText] = useState('');
  if (query.isPending) return <Loading rows={3} height={48} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const found = text ? query.data.filter(({ name }) => matches([name], text)) : query.data;
  return (
    <>
      {query.data.length >= MANY && (
        <TextField
          type="search"
          size="small"
          fullWidth
          label={t('colleague.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          sx={{ my: 1 }}
        />
      )}
      <Box sx={{ display: 'grid', maxHeight: 296, overflowY: 'auto' }}>
        {found.map((colleague) => (
          <Option
            key={colleague.id}
            colleague={colleague}
            beside={beside.includes(colleague.id)}
            needsRoom={needsRoom}
          />
        ))}
      </Box>
      {found.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ py: 1 }}>
          {t(text ? 'colleague.none' : 'colleague.alone')}
        </Typography>
      )}
    </>
  );
}

interface OptionProps {
  colleague: Colleague;
  beside: boolean;
  needsRoom: boolean;
}

function Option({ colleague, beside, needsRoom }: OptionProps) {
  const { t } = useTranslation('flow');
  const presenceText = usePresenceText();
  const { id, name, on_duty: onDuty, connected, active, capacity } = colleague;
  const full = active >= capacity;
  const room =
    onDuty && connected ? t(`colleague.${full ? 'full' : 'room'}`, { active, capacity }) : undefined;
  return (
    <FormControlLabel
      value={id}
      disabled={needsRoom ? !onDuty || full : beside}
      control={<Radio size="small" />}
      sx={{ m: 0, py: 0.25, pr: 1 }}
      label={
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
          <ColleaguePicture id={id} name={name} presence={presenceOf(colleague)} />
          <Box>
            <Box sx={{ fontWeight: 600, lineHeight: 1.3 }}>{name}</Box>
            <Box sx={{ fontSize: '0.8125rem', lineHeight: 1.4, color: 'text.secondary' }}>
              {beside && !needsRoom ? t('colleague.beside') : (room ?? presenceText(colleague))}
            </Box>
          </Box>
        </Box>
      }
    />
  );
}
