import Button, { type ButtonProps } from '@mui/material/Button';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props extends Omit<ButtonProps, 'onClick' | 'startIcon'> {
  text: string;
}

/** How long "Copied" stays. */
const STAY_MS = 2000;

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, children, ...button }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), STAY_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <Button
      variant="outlined"
      color="inherit"
      {...button}
      startIcon={<Icon size={16} aria-hidden />}
      onClick={() => void copy(text).then(setCopied)}
    >
      <span aria-live="polite">{copied ? t('action.copied') : (children ?? t('action.copy'))}</span>
    </Button>
  );
}

/** Pages without HTTPS have no clipboard, and some may not use it: there, a selected field is copied the old way. */
async function copy(text: string): Promise<boolean> {
  const written = navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (await written) return true;
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
