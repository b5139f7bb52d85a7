import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContextSection } from '../context/ContextSection';
import { useTagging, useTagSuggestions } from './useTags';

/** The service takes so many tags, and so many characters of one. */
const MOST = 10;
const LONGEST = 30;

interface Props {
  conversation: string;
  tags: readonly string[];
}

/** Where the field stands on the page. */
const FIELD = 'conversation-tags';

/** Goes to the field, once it is on the screen. */
export function focusTags(): void {
  requestAnimationFrame(() => document.getElementById(FIELD)?.focus());
}

/** What the conversation is filed under, changed where it stands: type and press Enter, Backspace takes the last one. */
export function ContextTags({ conversation, tags }: Props) {
  const { t } = useTranslation('desk');
  const [text, setText] = useState('');
  const tagging = useTagging(conversation);
  const suggestions = useTagSuggestions(text);
  const shown = tagging.isPending ? tagging.variables : tags;
  return (
    <ContextSection title={t('tags.title')}>
      <Autocomplete
        id={FIELD}
        multiple
        freeSolo
        size="small"
        options={suggestions.filter((tag) => !shown.includes(tag))}
        filterOptions={(options) => options}
        value={[...shown]}
        inputValue={text}
        onInputChange={(_, next) => setText(next.slice(0, LONGEST))}
        onChange={(_, next) => tagging.mutate(next.filter((tag) => tag.trim() !== '').slice(0, MOST))}
        renderInput={(params) => (
          <TextField
            {...params}
            placeholder={shown.length === 0 ? t('tags.none') : undefined}
            slotProps={{
              ...params.slotProps,
              htmlInput: {
                ...params.slotProps.htmlInput,
                'aria-label': t('tags.field'),
                'aria-keyshortcuts': '#',
              },
            }}
          />
        )}
      />
    </ContextSection>
  );
}
