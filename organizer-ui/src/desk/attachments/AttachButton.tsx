import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Chooses photos of this machine. */
export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('desk');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip title={t('attachment.add')}>
        <IconButton aria-label={t('attachment.add')} onClick={() => input.current?.click()}>
          <ImagePlus size={20} aria-hidden />
        </IconButton>
      </Tooltip>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
