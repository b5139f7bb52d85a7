import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { optionId, Suggestions } from '../../saved-replies/Suggestions';
import { useSuggestions } from '../../saved-replies/useSuggestions';
import { AttachButton } from '../attachments/AttachButton';
import { RecordButton } from '../attachments/RecordButton';
import { StagedPhotos } from '../attachments/StagedPhotos';
import { useDropped } from '../attachments/useDropped';
import { useStaged } from '../attachments/useStaged';
import { useVoice } from '../attachments/useVoice';
import { useDesk } from '../client/hooks';
import { ComposerHint } from './ComposerHint';
import { SendButton } from './SendButton';
import { useDraft } from './useDraft';

export interface ComposerHandle {
  focus: () => void;
  /** Adds a text to what stands in the field. */
  insert: (text: string) => void;
}

interface Props {
  ref: Ref<ComposerHandle>;
  conversation: string;
  who: string;
  /** Fills the placeholders of a saved reply. */
  fill: (text: string) => string;
  /** The message that is answered, if any. */
  reply?: number;
  onSent: () => void;
}

/** Where one writes. */
export function Composer({ ref, conversation, who, fill, reply, onSent }: Props) {
  const { t } = useTranslation('desk');
  const field = useRef<HTMLTextAreaElement>(null);
  const desk = useDesk();
  const write = (words: string) => desk.write(conversation, words, reply);
  const { text, left, change, ...draft } = useDraft(conversation, write, () => desk.type(conversation));
  const suggesting = useSuggestions(text, change, fill);
  const listbox = useId();
  const chosen = suggesting.found[suggesting.active];
  const staging = useStaged(conversation);
  const over = useDropped(staging.add);
  const voice = useVoice(conversation, reply, onSent);
  const isEmpty = text.trim() === '' && staging.photos.length === 0;
  const send = () => {
    if (isEmpty || left < 0) return;
    draft.send();
    staging.send(text.trim() === '' ? reply : undefined);
    onSent();
  };

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (more) => {
      change(text.trim() === '' ? more : `${text}\n${more}`);
      field.current?.focus();
    },
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (suggesting.onKeyDown(event)) return;
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  if (voice.recorder) return voice.recorder;
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      sx={{ flex: 'none', px: { xs: 1.25, sm: 2.5 }, pb: { xs: 1, sm: 1.5 } }}
    >
      <Suggestions id={listbox} of={suggesting} />
      <StagedPhotos staging={staging} />
      <Box
        sx={{
          display: 'flex',
          alignItems: 'flex-end',
          gap: 1,
          pl: 2,
          pr: 0.75,
          py: 0.75,
          border: '1px solid',
          borderColor: left < 0 ? 'error.main' : over ? 'primary.main' : 'surface.edge',
          borderStyle: over ? 'dashed' : 'solid',
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
          placeholder={t(over ? 'attachment.drop' : 'composer.placeholder', { who })}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (files.length === 0) return;
            event.preventDefault();
            void staging.add(files);
          }}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          slotProps={{
            input: {
              'aria-label': t('composer.label', { who }),
              'aria-keyshortcuts': 'r',
              'aria-controls': chosen && listbox,
              'aria-activedescendant': chosen && optionId(chosen.id),
              'aria-autocomplete': 'list',
              enterKeyHint: 'send',
              sx: { '&:focus-visible': { outline: 'none' } },
            },
          }}
          sx={{ py: 0.75, fontSize: '1rem', lineHeight: 1.45 }}
        />
        <AttachButton onFiles={staging.add} />
        <RecordButton onRecord={voice.begin} />
        <SendButton disabled={isEmpty || left < 0} />
      </Box>
      <ComposerHint left={left} />
    </Box>
  );
}
