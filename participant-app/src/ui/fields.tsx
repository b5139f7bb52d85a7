import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldProps {
  label: string;
  hint?: string;
  error?: string;
  children: (given: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean | undefined;
  }) => ComponentChildren;
}

/** A label, what belongs to it, and what is wrong with it, for the eye and for the screen reader. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const help = error ?? hint;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': help ? `${id}-help` : undefined,
        'aria-invalid': !!error || undefined,
      })}
      {help && (
        <p id={`${id}-help`} class={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {help}
        </p>
      )}
    </div>
  );
}

export interface TextFieldProps {
  label: string;
  hint?: string;
  error?: string;
  value: string;
  onText: (text: string) => void;
  type?: 'text' | 'email' | 'password' | 'tel' | 'search';
  autocomplete?: string;
  autocapitalize?: 'none' | 'words' | 'characters';
  maxLength?: number;
  required?: boolean;
  class?: string;
}

export function TextField({ label, hint, error, value, onText, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(given) => (
        <input
          {...(rest as object)}
          {...given}
          value={value}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface CheckProps {
  label: string;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}

/** A line that can be tapped anywhere. */
export function Check({ label, checked, onCheck }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
