import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Form, useForm } from '../components/useForm';
import { type EventInput, filledContacts, filledZones, reasonsOf } from './rules';

export interface EventEditing {
  form: Form<EventInput>;
  setValues: (values: EventInput) => void;
  /** Looks at the fields before the service is asked. */
  check: () => boolean;
  /** Shows at their fields what the service refused. */
  refuse: (error: unknown) => boolean;
  /** Why a field of a row was refused; rows that were not sent have no reason. */
  rowError: (list: 'zones' | 'contacts', key: string, field: string) => string | undefined;
  /** Everything is saved: the page may be left. */
  release: () => void;
  isReleased: () => boolean;
}

/** An event's form, with its rows and what is said about them. */
export function useEventForm(initial: EventInput): EventEditing {
  const { t } = useTranslation(['events', 'common']);
  const form = useForm(initial);
  const released = useRef(false);
  const sent = useRef({ zones: [] as string[], contacts: [] as string[] });

  const check = () => {
    sent.current = {
      zones: filledZones(form.values).map((row) => row.key),
      contacts: filledContacts(form.values).map((row) => row.key),
    };
    const reasons = Object.entries(reasonsOf(form.values)).map(([field, reason]) => [
      field,
      reason === 'required' ? t('common:field.required') : t(`form.${reason}`),
    ]);
    return form.check(Object.fromEntries(reasons));
  };
  const rowError = (list: 'zones' | 'contacts', key: string, field: string) => {
    const place = sent.current[list].indexOf(key);
    return place < 0 ? undefined : form.errors[`${list}[${place}].${field}`];
  };
  const setValues = (values: EventInput) => {
    for (const [name, value] of Object.entries(values)) form.set(name as keyof EventInput, value);
  };
  return {
    form,
    setValues,
    check,
    refuse: form.refuse,
    rowError,
    release: () => {
      released.current = true;
    },
    isReleased: () => released.current,
  };
}
