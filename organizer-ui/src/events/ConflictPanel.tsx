import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../texts/formats';
import { type EventField, type EventInput, filledContacts, filledZones } from './rules';

interface Props {
  mine: EventInput;
  theirs: EventInput;
  /** What both changed and nobody has chosen yet. */
  fields: readonly EventField[];
  onChoose: (field: EventField, whose: 'mine' | 'theirs') => void;
}

/** Two people changed the same event: what was brought together, and what has to be chosen. */
export function ConflictPanel({ mine, theirs, fields, onChoose }: Props) {
  const { t } = useTranslation('events');
  return (
    <Alert severity="warning" sx={{ mb: 4, alignItems: 'flex-start', '& .MuiAlert-message': { flex: 1 } }}>
      <Typography sx={{ fontWeight: 650 }}>{t('conflict.title')}</Typography>
      <Typography>{t(fields.length > 0 ? 'conflict.choose' : 'conflict.merged')}</Typography>
      {fields.map((field) => (
        <Box key={field} sx={{ mt: 2 }}>
          <Box sx={{ fontWeight: 600, mb: 0.75 }}>{t(`conflict.field.${field}`)}</Box>
          <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            <Choice whose="mine" field={field} input={mine} onChoose={onChoose} />
            <Choice whose="theirs" field={field} input={theirs} onChoose={onChoose} />
          </Box>
        </Box>
      ))}
    </Alert>
  );
}

interface ChoiceProps {
  whose: 'mine' | 'theirs';
  field: EventField;
  input: EventInput;
  onChoose: Props['onChoose'];
}

function Choice({ whose, field, input, onChoose }: ChoiceProps) {
  const { t, i18n } = useTranslation('events');
  return (
    <Button
      variant="outlined"
      color="inherit"
      onClick={() => onChoose(field, whose)}
      sx={{ justifyContent: 'flex-start', textAlign: 'left', whiteSpace: 'pre-wrap', py: 1 }}
    >
      <span>
        <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', fontWeight: 700 }}>
          {t(`conflict.${whose}`)}
        </Box>
        <Box component="span" sx={{ fontWeight: 450 }}>
          {wordsOf(field, input, i18n.language) || t('conflict.empty')}
        </Box>
      </span>
    </Button>
  );
}

function wordsOf(field: EventField, input: EventInput, language: string): string {
  if (field === 'zones')
    return filledZones(input)
      .map((zone) => zone.name)
      .join(', ');
  if (field === 'contacts')
    return filledContacts(input)
      .map(({ name, phone }) => `${name}: ${phone}`)
      .join('\n');
  if (field === 'starts_at' || field === 'ends_at') return dateTime(input[field], language);
  return input[field];
}
