import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A search is asked for when nobody has typed for so long. */
const QUIET_MS = 300;

interface Props {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** True in a dialog that begins with it. */
  autoFocus?: boolean;
}

/** A search that waits for the end of a word. */
export function SearchField({ label, value, onChange, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <TextField
      type="search"
      autoFocus={autoFocus}
      value={text}
      placeholder={label}
      onChange={(event) => setText(event.target.value)}
      sx={{ maxWidth: 380, '& input::-webkit-search-cancel-button': { display: 'none' } }}
      slotProps={{
        htmlInput: { 'aria-label': label },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search size={18} aria-hidden />
            </InputAdornment>
          ),
          endAdornment: text && (
            <InputAdornment position="end">
              <IconButton size="small" edge="end" aria-label={t('action.clear')} onClick={() => onChange('')}>
                <X size={16} aria-hidden />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
