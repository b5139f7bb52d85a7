import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../components/FormSection';
import { useNotify } from '../components/Notices';
import type { ContactInput } from './rules';
import type { EventEditing } from './useEventForm';
import { freshKey, useFocusNew } from './useRows';

/** Whom to call, row by row. */
export function ContactsEditor({ editing }: { editing: EventEditing }) {
  const { t } = useTranslation(['events', 'common']);
  const notify = useNotify();
  const focusNew = useFocusNew();
  const { form } = editing;
  const { contacts } = form.values;
  const set = (next: ContactInput[]) => form.set('contacts', next);

  const add = () => {
    const key = freshKey();
    set([...contacts, { key, name: '', role: '', phone: '' }]);
    focusNew(`contact-${key}-name`);
  };
  const change = (key: string, part: Partial<ContactInput>) =>
    set(contacts.map((contact) => (contact.key === key ? { ...contact, ...part } : contact)));
  const remove = (gone: ContactInput) => {
    set(contacts.filter((contact) => contact.key !== gone.key));
    notify({
      text: t('form.removedContact'),
      action: { label: t('common:action.undo'), run: () => set(contacts) },
    });
  };
  return (
    <FormSection title={t('form.contacts')} hint={t('form.contactsHint')}>
      {contacts.map((contact, index) => (
        <ContactRow
          key={contact.key}
          contact={contact}
          number={index + 1}
          editing={editing}
          onChange={(part) => change(contact.key, part)}
          onRemove={() => remove(contact)}
        />
      ))}
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Plus size={17} aria-hidden />}
        onClick={add}
        sx={{ justifySelf: 'start' }}
      >
        {t('form.addContact')}
      </Button>
    </FormSection>
  );
}

interface RowProps {
  contact: ContactInput;
  number: number;
  editing: EventEditing;
  onChange: (part: Partial<ContactInput>) => void;
  onRemove: () => void;
}

function ContactRow({ contact, number, editing, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('events');
  const field = (name: 'name' | 'role' | 'phone') => {
    const error = editing.rowError('contacts', contact.key, name);
    return {
      id: `contact-${contact.key}-${name}`,
      name: `contact-${contact.key}-${name}`,
      value: contact[name],
      error: error !== undefined,
      helperText: error,
      onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
    };
  };
  return (
    <Box
      role="group"
      aria-label={t('form.contactNumbered', { number })}
      sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}
    >
      <Box sx={{ flex: 1, display: 'grid', gap: 1.5, gridTemplateColumns: { sm: '1fr 1fr 1fr' } }}>
        <TextField {...field('name')} label={t('form.contactName')} />
        <TextField {...field('role')} label={t('form.contactRole')} />
        <TextField {...field('phone')} label={t('form.contactPhone')} type="tel" />
      </Box>
      <IconButton
        aria-label={t('form.removeContact', { name: contact.name || t('form.unnamedContact') })}
        onClick={onRemove}
        sx={{ mt: 0.25 }}
      >
        <Trash2 size={18} aria-hidden />
      </IconButton>
    </Box>
  );
}
