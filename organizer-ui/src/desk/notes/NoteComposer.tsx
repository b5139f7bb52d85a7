import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputBase from '@mui/material/InputBase';
import { EyeOff } from 'lucide-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../client/hooks';
import { useDraft } from '../conversations/useDraft';

export interface NoteComposerHandle {
  focus: () => void;
}

interface Props {
  ref: Ref<NoteComposerHandle>;
  conversation: string;
  onSent: () => void;
}

/**
 * Where one writes a note. A field of its own with a draft of its own: no words move between it and the one whose
 * words the person reads.
 */
export function NoteComposer({ ref, conversation, onSent }: Props) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (text: string) => desk.writeNote(conversation, text);
  const { text, left, change, send } = useDraft(`note.${conversation}`, write);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }));
  const submit = () => send() && onSent();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      sx={{ flex: 'none', px: { xs: 1.25, sm: 2.5 }, pb: { xs: 1, sm: 1.5 } }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'flex-end',
          gap: 1,
          pl: 2,
          pr: 0.75,
          py: 0.75,
          border: '2px dashed',
          borderColor: left < 0 ? 'error.main' : 'caution.main',
          borderRadius: 3,
          bgcolor: 'caution.soft',
          color: 'caution.onSoft',
        }}
      >
        <InputBase
          inputRef={field}
          multiline
          maxRows={8}
          fullWidth
          value={text}
          placeholder={t('notes.placeholder')}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          slotProps={{
            input: {
              'aria-label': t('notes.field'),
              'aria-keyshortcuts': 'w',
              sx: { '&:focus-visible': { outline: 'none' }, '&::placeholder': { opacity: 0.8 } },
            },
          }}
          sx={{ py: 0.75, fontSize: '1rem', lineHeight: 1.45, color: 'inherit' }}
        />
        <Button
          type="submit"
          disabled={text.trim() === '' || left < 0}
          startIcon={<EyeOff size={17} aria-hidden />}
          variant="outlined"
          color="inherit"
          sx={{ flex: 'none' }}
        >
          {t('notes.keep')}
        </Button>
      </Box>
      <Box aria-live="polite" sx={{ minHeight: 20, pt: 0.5, px: 0.5, fontSize: '0.75rem' }}>
        {left < 0 ? t('composer.tooLong', { count: -left }) : t('notes.hint')}
      </Box>
    </Box>
  );
}
