import { useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { go, Link } from '../router/router';
import { paths } from '../router/routes';
import { installOffer } from '../service-worker/offer';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { keepSilent, language, showLook, silent, textSize, theme } from '../ui/choice';
import { ConfirmDialog } from '../ui/dialog';
import { Check, Field, TextField } from '../ui/fields';
import { Navigation } from '../ui/navigation';
import { Screen } from '../ui/screen';
import { Segments } from '../ui/segments';
import { useTask } from '../ui/use-task';

/** Who this person is to Steward, which may be nobody, and what is kept on this phone. */
export function Me() {
  const { session, storage } = useSteward();
  useChanges(session, storage);
  const { me } = texts;
  const person = session.participant;
  const registered = person && !person.guest && !session.ended;
  return (
    <Screen title={me.title} large class="me" footer={<Navigation current="me" />}>
      <p>{registered ? me.registered(person.email ?? '') : person ? me.guest : me.nobody}</p>
      {!registered && (
        <div class="stack">
          <p class="muted">{me.guestHint}</p>
          <Link to={paths.register} class="button primary">
            {me.register}
          </Link>
          <Link to={paths.signIn} class="button secondary">
            {me.signIn}
          </Link>
        </div>
      )}
      <Profile key={person?.id} />
      <Install />
      <Look />
      <section class="stack">
        <h2 class="section">{me.storage}</h2>
        <p class="muted">{storage.loss ? me.storageMemory[storage.loss] : me.storageKept}</p>
        <Leave registered={!!registered} />
      </section>
    </Screen>
  );
}

/** What staff may be shown when the person chooses so. */
function Profile() {
  const { session } = useSteward();
  const { me } = texts;
  const known = session.profile;
  const [name, setName] = useState(known?.name ?? '');
  const [phone, setPhone] = useState(known?.phone ?? '');
  const [saved, setSaved] = useState<string>();
  const save = useTask(async () => {
    await session.note({ name: name.trim() || null, phone: phone.trim() || null });
    const told = await session.saveProfile().then(
      () => true,
      () => false,
    );
    setSaved(told ? me.saved : me.savedLater);
  });
  const change = (set: (text: string) => void) => (text: string) => {
    setSaved(undefined);
    set(text);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      <TextField
        label={me.name}
        hint={me.nameHint}
        value={name}
        onText={change(setName)}
        autocomplete="name"
        maxLength={100}
      />
      <TextField
        label={me.phone}
        hint={me.phoneHint}
        type="tel"
        value={phone}
        onText={change(setPhone)}
        autocomplete="tel"
        maxLength={32}
      />
      <button type="submit" class="secondary" aria-disabled={save.working}>
        {me.save}
      </button>
      <p class="saved" role="status">
        {saved}
      </p>
    </form>
  );
}

/** Where the browser offers it: the app then starts from the phone's own screen. */
function Install() {
  useChanges(installOffer);
  if (!installOffer.there) return null;
  return (
    <section class="stack">
      <h2 class="section">{texts.me.install}</h2>
      <p class="muted">{texts.me.installHint}</p>
      <button type="button" class="secondary" onClick={() => void installOffer.accept()}>
        {texts.me.installNow}
      </button>
    </section>
  );
}

/** Each language is named as those call it who speak it. */
function Language() {
  const { me } = texts;
  const nameOf = (code: string) => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  const choose = (code: string) => {
    language.choose(language.options.find((option) => option === code) ?? 'system');
    // Every word on the screen is another one.
    location.reload();
  };
  return (
    <Field label={me.language}>
      {(given) => (
        <select
          {...given}
          value={language.chosen()}
          onChange={(change) => choose(change.currentTarget.value)}
        >
          {language.options.map((code) => (
            <option key={code} value={code}>
              {code === 'system' ? me.looks.system : nameOf(code)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Look() {
  const [look, setLook] = useState(theme.chosen);
  const [size, setSize] = useState(textSize.chosen);
  const [quiet, setQuiet] = useState(() => silent.chosen() === 'on');
  const { me } = texts;
  return (
    <>
      <Language />
      <Segments
        label={me.look}
        name="theme"
        options={theme.options}
        words={me.looks}
        chosen={look}
        onChoose={(next) => {
          setLook(next);
          theme.choose(next);
          showLook();
        }}
      />
      <Segments
        label={me.text}
        name="text"
        options={textSize.options}
        words={me.texts}
        chosen={size}
        onChoose={(next) => {
          setSize(next);
          textSize.choose(next);
        }}
      />
      <div class="group">
        <Check
          label={me.silent}
          checked={quiet}
          onCheck={(is) => {
            setQuiet(is);
            keepSilent(is);
          }}
        />
        <p class="field-hint">{me.silentHint}</p>
      </div>
    </>
  );
}

/** A registered person can come back; a guest cannot, and is told so. */
function Leave({ registered }: { registered: boolean }) {
  const { session, requests } = useSteward();
  const [asking, setAsking] = useState(false);
  const { me } = texts;
  const leaving = useTask(async () => {
    setAsking(false);
    if (!registered) await requests.withdraw();
    await session.signOut();
    go(paths.start, 'replace');
  });
  return (
    <>
      <button
        type="button"
        class="secondary danger"
        aria-disabled={leaving.working}
        onClick={() => setAsking(true)}
      >
        {leaving.working ? me.leaving : registered ? me.signOut : me.forget}
      </button>
      {asking && (
        <ConfirmDialog
          title={registered ? me.signOutTitle : me.forgetTitle}
          confirm={registered ? me.signOut : me.forget}
          keep={me.stay}
          onConfirm={leaving.run}
          onKeep={() => setAsking(false)}
        >
          <p>{registered ? me.signOutText : me.forgetText}</p>
          {requests.anyOpen && <p class="field-error">{me.openWarning}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}
