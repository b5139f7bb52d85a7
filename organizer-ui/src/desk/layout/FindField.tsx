import InputBase from '@mui/material/InputBase';
import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  ref: Ref<HTMLInputElement>;
  text: string;
  onText: (text: string) => void;
}

/** Finds somebody in the lists by name or words. */
export function FindField({ ref, text, onText }: Props) {
  const { t } = useTranslation('desk');
  return (
    <InputBase
      inputRef={ref}
      type="search"
      value={text}
      placeholder={t('list.findShort')}
      onChange={(event) => onText(event.target.value.trimStart())}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onText('');
        (event.target as HTMLElement).blur();
      }}
      startAdornment={<Search size={16} aria-hidden style={{ flex: 'none', marginRight: 6 }} />}
      slotProps={{ input: { 'aria-label': t('list.find'), 'aria-keyshortcuts': '/' } }}
      sx={{
        flex: '1 1 8rem',
        minWidth: 0,
        px: 1,
        border: '1px solid',
        borderColor: 'surface.edge',
        borderRadius: 2,
        fontSize: '0.875rem',
        '& input:focus-visible': { outline: 'none' },
        '&:focus-within': {
          borderColor: 'focus',
          boxShadow: ({ vars }) => `0 0 0 1px ${vars.palette.focus}`,
        },
      }}
    />
  );
}
