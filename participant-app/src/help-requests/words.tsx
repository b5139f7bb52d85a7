import { useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { carryDraft } from '../attachments/carry';
import { useLazy } from '../attachments/use-lazy';
import { EmergencyLine } from '../events/emergency';
import { ZoneField } from '../events/event';
import { AttachLocation } from '../location/attach';
import { goOnPast } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { keepSilent } from '../ui/choice';
import { Check, Field, TextField } from '../ui/fields';
import { Icon } from '../ui/icons';
import { Screen } from '../ui/screen';
import { useTask } from '../ui/use-task';
import { type AskStepProps, StepProgress } from './ask';
import { type HelpDraft, isGrave, requestOf } from './draft';
import { type Circumstance, circumstances } from './model';

/** The server takes no longer text. */
export const MOST_CHARACTERS = 4_000;

/** What the person types here about themselves, before it is theirs to share. */
interface Contact {
  name: string;
  phone: string;
}

const loadPhoto = () => import('../attachments/ask-photo');

/** The last step: words, place, and what staff may see. Everything but the tap on the button is optional. */
export function Words({ joined, draft, keep, forget }: AskStepProps & { forget: () => void }) {
  const { requests, session, drafts, outbox } = useSteward();
  const photo = useLazy(loadPhoto);
  useChanges(session);
  const { ask } = texts;
  const known = session.profile;
  const [contact, setContact] = useState<Contact>({ name: known.name ?? '', phone: known.phone ?? '' });
  const tooLong = draft.text.length > MOST_CHARACTERS;
  const send = useTask(async () => {
    if (tooLong) return;
    await shareContact();
    const words = ask.categories[draft.category ?? 'other'];
    const body = requestOf(draft, { event: joined.id, zone: joined.zone, words });
    const local = await requests.ask(body, draft.instead);
    forget();
    goOnPast(paths.ask(joined.id, ''), paths.request(local.key));
    await carryDraft(drafts, outbox, joined.id, { conversation: local.conversation ?? local.key });
  });
  /** Kept here at once; the server hears of it together with the request. */
  async function shareContact() {
    const change = {
      ...(draft.share.name && contact.name !== (known.name ?? '') && { name: contact.name.trim() || null }),
      ...(draft.share.phone &&
        contact.phone !== (known.phone ?? '') && { phone: contact.phone.trim() || null }),
    };
    if (Object.keys(change).length > 0) await session.note(change);
  }
  return (
    <Screen
      key="words"
      title={ask.words}
      up={paths.ask(joined.id)}
      event={joined.event}
      aside={<StepProgress step="words" />}
      large
      class="ask words"
      footer={
        <button type="button" class="help-send" aria-disabled={send.working} onClick={send.run}>
          <Icon name="hand" />
          {send.working ? ask.sending : ask.send}
        </button>
      }
    >
      {isGrave(draft) && <EmergencyLine event={joined.event} grave />}
      <Field
        label={ask.wordsLabel}
        hint={ask.wordsHint}
        error={tooLong ? ask.tooLong(MOST_CHARACTERS) : undefined}
      >
        {(given) => (
          <textarea
            {...given}
            rows={4}
            value={draft.text}
            onInput={(event) => keep({ ...draft, text: event.currentTarget.value })}
          />
        )}
      </Field>
      <About draft={draft} keep={keep} />
      {joined.event.zones.length > 0 && (
        <ZoneField
          event={joined.event}
          zone={(draft.zone === undefined ? joined.zone : draft.zone) ?? undefined}
          onZone={(zone) => keep({ ...draft, zone: zone ?? null })}
        />
      )}
      <AttachLocation location={draft.location} onLocation={(location) => keep({ ...draft, location })} />
      {photo && <photo.AskPhoto event={joined.id} />}
      <Share draft={draft} keep={keep} contact={contact} onContact={setContact} />
    </Screen>
  );
}

/** Somebody else may need the help, or nobody may hear or see that it is asked for. */
function About({ draft, keep }: Pick<AskStepProps, 'draft' | 'keep'>) {
  const { about = [] } = draft;
  const note = (one: Circumstance, is: boolean) => {
    if (one === 'silent') keepSilent(is);
    keep({ ...draft, about: is ? [...about, one] : about.filter((other) => other !== one) });
  };
  return (
    <fieldset class="group">
      <legend class="hidden">{texts.ask.about}</legend>
      {circumstances.map((one) => (
        <Check
          key={one}
          label={texts.ask.circumstances[one]}
          checked={about.includes(one)}
          onCheck={(is) => note(one, is)}
        />
      ))}
    </fieldset>
  );
}

interface ShareProps extends Pick<AskStepProps, 'draft' | 'keep'> {
  contact: Contact;
  onContact: (contact: Contact) => void;
}

function Share({ draft, keep, contact, onContact }: ShareProps) {
  const { session } = useSteward();
  const { ask } = texts;
  const { share } = draft;
  const choose = (change: Partial<HelpDraft['share']>) => keep({ ...draft, share: { ...share, ...change } });
  const email = session.participant?.email;
  return (
    <fieldset class="group">
      <legend>{ask.share}</legend>
      <Check label={ask.shareName} checked={share.name} onCheck={(name) => choose({ name })} />
      {share.name && (
        <TextField
          label={ask.yourName}
          value={contact.name}
          onText={(name) => onContact({ ...contact, name })}
          autocomplete="name"
          maxLength={100}
        />
      )}
      <Check label={ask.sharePhone} checked={share.phone} onCheck={(phone) => choose({ phone })} />
      {share.phone && (
        <TextField
          label={ask.yourPhone}
          type="tel"
          value={contact.phone}
          onText={(phone) => onContact({ ...contact, phone })}
          autocomplete="tel"
          maxLength={40}
        />
      )}
      {email && (
        <Check
          label={`${ask.shareEmail} (${email})`}
          checked={share.email}
          onCheck={(on) => choose({ email: on })}
        />
      )}
      <p class="field-hint">{ask.anonymous}</p>
    </fieldset>
  );
}
