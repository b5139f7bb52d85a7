import { type ChangeEvent, useCallback, useRef, useState } from 'react';
import { fieldProblems } from '../api/problems';
import { sentence } from '../texts/formats';

/** What a text field needs of a form. */
export interface FieldProps {
  name: string;
  value: string;
  error: boolean;
  helperText: string | undefined;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
}

export interface Form<T> {
  values: T;
  /** Why fields were refused, by the path that the service uses, such as `owner.email`. */
  errors: Readonly<Record<string, string>>;
  set: <K extends keyof T>(name: K, value: T[K]) => void;
  replace: (values: T) => void;
  /** Properties of a text field; `path` is given when the service calls the field something else. */
  field: (name: keyof T & string, path?: string) => FieldProps;
  /** Shows at their fields what was refused; true when at least one field was named. */
  refuse: (error: unknown) => boolean;
  /** Shows reasons that the page itself found; true when there is none. */
  check: (errors: Record<string, string | undefined>) => boolean;
  changed: boolean;
}

/** The values of a form, which survive every refusal, and the reasons beside them. */
export function useForm<T extends object>(initial: T): Form<T> {
  const first = useRef(initial);
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});

  const set = useCallback(<K extends keyof T>(name: K, value: T[K]) => {
    setValues((old) => ({ ...old, [name]: value }));
  }, []);
  const forget = useCallback((path: string) => {
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([key]) => key !== path)));
  }, []);

  const field = (name: keyof T & string, path: string = name): FieldProps => ({
    name: path,
    value: String(values[name] ?? ''),
    error: path in errors,
    helperText: errors[path],
    onChange: (event) => {
      set(name, event.target.value as T[typeof name]);
      forget(path);
    },
  });
  const refuse = (error: unknown) => {
    const named = fieldProblems(error).map(({ field: path, reason }) => [path, sentence(reason)]);
    setErrors(Object.fromEntries(named));
    focusFirst(named.map(([path]) => path ?? ''));
    return named.length > 0;
  };
  const check = (found: Record<string, string | undefined>) => {
    const wrong = Object.entries(found).filter((entry): entry is [string, string] => Boolean(entry[1]));
    setErrors(Object.fromEntries(wrong));
    focusFirst(wrong.map(([path]) => path));
    return wrong.length === 0;
  };
  const changed = JSON.stringify(values) !== JSON.stringify(first.current);
  const replace = useCallback((fresh: T) => {
    first.current = fresh;
    setValues(fresh);
    setErrors({});
  }, []);
  return { values, errors, set, replace, field, refuse, check, changed };
}

/** Moves the cursor to the first refused field, in the order of the page. */
function focusFirst(paths: readonly string[]): void {
  if (paths.length === 0) return;
  const wanted = new Set(paths);
  const inputs = document.querySelectorAll<HTMLElement>('input[name],textarea[name]');
  const found = [...inputs].find((input) => wanted.has(input.getAttribute('name') ?? ''));
  setTimeout(() => found?.focus(), 0);
}
