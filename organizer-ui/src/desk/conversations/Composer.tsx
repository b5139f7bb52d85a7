import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputBase from '@mui/material/InputBase';
import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection, useDeskContext } from '../client/hooks';

/** The rest of the allowed length is shown from here on. */
const WARN_BELOW = 300;

export interface ComposerHandle {
  focus: () => void;
  /** Adds a text to what stands in the field. */
  insert: (text: string) => void;
}

interface Props {
  ref: Ref<ComposerHandle>;
  conversation: string;
  who: string;
  onSent: () => void;
}

/** Where one writes. What stands here is kept as a draft, through reloads, until it is sent. */
export function Composer({ ref, conversation, who, onSent }: Props) {
  const { t } = useTranslation('desk');
  const { client: desk, drafts } = useDeskContext();
  const { phase } = useConnection();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => drafts.read(conversation));
  const left = desk.textLimit - [...text].length;
  const sendable = text.trim() !== '' && left >= 0;
  const offline = phase === 'waiting' || phase === 'connecting';

  const change = (next: string) => {
    setText(next);
    drafts.write(conversation, next);
    if (next !== '') desk.type(conversation);
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (more) => {
      change(text.trim() === '' ? more : `${text}\n${more}`);
      field.current?.focus();
    },
  }));
  const send = () => {
    if (!sendable) return;
    void desk.write(conversation, text.trim());
    change('');
    onSent();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
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
          border: '1px solid',
          borderColor: left < 0 ? 'error.main' : 'surface.edge',
          borderRadius: 3,
          bgcolor: 'background.paper',
          '&:focus-within': {
            borderColor: 'focus',
            boxShadow: (theme) => `0 0 0 1px ${theme.vars.palette.focus}`,
          },
        }}
      >
        <InputBase
          inputRef={field}
          multiline
          maxRows={8}
          fullWidth
          value={text}
          placeholder={t('composer.placeholder', { who })}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          slotProps={{
            input: {
              'aria-label': t('composer.label', { who }),
              'aria-keyshortcuts': 'r',
              enterKeyHint: 'send',
              sx: { '&:focus-visible': { outline: 'none' } },
            },
          }}
          sx={{ py: 0.75, fontSize: '1rem', lineHeight: 1.45 }}
        />
        <IconButton
          type="submit"
          aria-label={t('composer.send')}
          disabled={!sendable}
          sx={{
            width: 40,
            height: 40,
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
            '&:hover': { bgcolor: 'primary.dark' },
            '&.Mui-disabled': { bgcolor: 'surface.strong' },
          }}
        >
          <SendHorizontal size={19} aria-hidden />
        </IconButton>
      </Box>
      <Box
        aria-live="polite"
        sx={{
          display: { xs: offline || left < WARN_BELOW ? 'block' : 'none', sm: 'block' },
          minHeight: 20,
          pt: 0.5,
          px: 0.5,
          color: left < 0 ? 'error.main' : offline ? 'caution.main' : 'text.secondary',
          fontSize: '0.75rem',
        }}
      >
        {left < 0
          ? t('composer.tooLong', { count: -left })
          : left < WARN_BELOW
            ? t('composer.left', { count: left })
            : t(offline ? 'composer.offline' : 'composer.hint')}
      </Box>
    </Box>
  );
}
