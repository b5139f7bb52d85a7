import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { codeOf, extraOf } from '../api/problems';
import type { Event } from '../api/types';
import { ErrorState } from '../components/ErrorState';
import { Loading } from '../components/Loading';
import { useNotify } from '../components/Notices';
import { Page } from '../components/Page';
import { PageHeader } from '../components/PageHeader';
import { ConflictPanel } from './ConflictPanel';
import { EventForm } from './EventForm';
import { adopt, changeOf, type EventField, type EventInput, inputOf, merge } from './rules';
import { useEventForm } from './useEventForm';
import { useEvent, useEventChange } from './useEvents';

/** Changes an event. */
export function EditEventPage() {
  const { event: id = '' } = useParams();
  const query = useEvent(id);
  // The event as it was when editing began: what is read later comes in only through a conflict.
  const first = useRef<Event>(undefined);
  first.current ??= query.data;
  if (first.current) return <Editor event={first.current} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Page width={880}>
      <Loading rows={4} height={120} />
    </Page>
  );
}

interface Conflict {
  theirs: EventInput;
  fields: EventField[];
}

function Editor({ event }: { event: Event }) {
  const { t } = useTranslation('events');
  const navigate = useNavigate();
  const notify = useNotify();
  const change = useEventChange(event.id);
  const editing = useEventForm(inputOf(event));
  const { form } = editing;
  const base = useRef({ version: event.version, input: inputOf(event) });
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const meet = (current: Event) => {
    const theirs = inputOf(current);
    const { input, conflicts } = merge(base.current.input, form.values, theirs);
    base.current = { version: current.version, input: theirs };
    editing.setValues(input);
    setConflict({ theirs, fields: conflicts });
    window.scrollTo({ top: 0 });
  };
  const send = () => {
    if (!editing.check()) return;
    change.mutate(changeOf(form.values, base.current.version), {
      onSuccess: () => {
        editing.release();
        notify({ tone: 'success', text: t('form.saved') });
        void navigate(`/events/${event.id}`);
      },
      onError: (error) => {
        const current = extraOf(error, 'current');
        if (codeOf(error) === 'version_conflict' && current) meet(current as Event);
        else editing.refuse(error);
      },
    });
  };
  const choose = (field: EventField, whose: 'mine' | 'theirs') => {
    if (!conflict) return;
    if (whose === 'theirs') {
      const values = { ...form.values };
      adopt(values, field, conflict.theirs);
      editing.setValues(values);
    }
    setConflict({ ...conflict, fields: conflict.fields.filter((other) => other !== field) });
  };
  return (
    <Page width={880}>
      <PageHeader
        title={t('form.editTitle', { name: event.name })}
        back={{ to: `/events/${event.id}`, label: event.name }}
      />
      {conflict && (
        <ConflictPanel
          mine={form.values}
          theirs={conflict.theirs}
          fields={conflict.fields}
          onChoose={choose}
        />
      )}
      <EventForm
        editing={editing}
        submit={t('form.save')}
        busy={change.isPending}
        error={codeOf(change.error) === 'version_conflict' ? null : change.error}
        cancelTo={`/events/${event.id}`}
        onSubmit={send}
      />
    </Page>
  );
}
