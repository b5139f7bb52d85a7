import { useState } from 'preact/hooks';
import { texts } from '../texts/texts';
import { Check, TextField } from '../ui/fields';

export interface PasswordFieldProps {
  value: string;
  onText: (text: string) => void;
  hint?: string;
  error?: string;
  autocomplete: 'new-password' | 'current-password';
}

/** A password that can be looked at: phones make typing hard enough. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextField
        label={texts.register.password}
        type={shown ? 'text' : 'password'}
        autocapitalize="none"
        required
        {...props}
      />
      <Check label={texts.register.show} checked={shown} onCheck={setShown} />
    </>
  );
}
