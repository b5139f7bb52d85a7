import { uuidV7 } from '@steward/client-kit/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNotify } from '../components/Notices';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { EventForm } from './EventForm';
import { detailsOf, emptyEvent } from './rules';
import { useEventForm } from './useEventForm';
import { useNewEvent } from './useEvents';

/** Sets up an event. */
export function NewEventPage() {
  const { t } = useTranslation('events');
  const navigate = useNavigate();
  const notify = useNotify();
  const create = useNewEvent();
  const [initial] = useState(() => emptyEvent(Date.now()));
  const [key, setKey] = useState(uuidV7);
  const editing = useEventForm(initial);
  const send = () => {
    if (!editing.check()) return;
    create.mutate(
      { key, body: detailsOf(editing.form.values) },
      {
        onSuccess: (event) => {
          editing.release();
          notify({ tone: 'success', text: t('form.created', { name: event.name, code: event.code }) });
          void navigate(`/events/${event.id}`);
        },
        onError: (error) => {
          // Whatever is sent next is another wish, so it gets another key.
          if (editing.refuse(error)) setKey(uuidV7());
        },
      },
    );
  };
  return (
    <Page width={880}>
      <PageHeader title={t('form.createTitle')} back={{ to: '/events', label: t('view.back') }} />
      <EventForm
        editing={editing}
        submit={t('form.create')}
        busy={create.isPending}
        error={create.error}
        cancelTo="/events"
        onSubmit={send}
      />
    </Page>
  );
}
