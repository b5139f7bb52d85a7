import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/Segments';

/** For whom the next words are: the person, or colleagues alone. */
export type Writing = 'message' | 'note';

interface Props {
  value: Writing;
  onChange: (value: Writing) => void;
}

/** Above the field: chooses for whom one writes. */
export function WriteSwitch({ value, onChange }: Props) {
  const { t } = useTranslation('desk');
  return (
    <Box sx={{ flex: 'none', px: { xs: 1.25, sm: 2.5 }, pb: 0.75 }}>
      <Segments
        label={t('notes.switch')}
        value={value}
        onChange={onChange}
        options={[
          { value: 'message', text: t('notes.message') },
          { value: 'note', text: t('notes.note') },
        ]}
      />
    </Box>
  );
}
