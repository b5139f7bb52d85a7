import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: { value: string; text: string }[];
}

/** Narrows a list to one of a few, or to any. */
export function Choice({ label, value, onChange, children }: Props) {
  const { t } = useTranslation();
  const known = children.some((option) => option.value === value);
  return (
    <TextField
      select
      label={label}
      size="small"
      value={known ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <MenuItem value="">{t('filter.any')}</MenuItem>
      {children.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.text}
        </MenuItem>
      ))}
    </TextField>
  );
}
