import { useRef, useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { Composer, type ComposerHandle } from '../conversations/composer';
import { Thread } from '../conversations/thread-view';
import { go, Link } from '../router/router';
import { paths } from '../router/routes';
import { Satisfaction } from '../satisfaction/satisfaction';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { ConfirmDialog } from '../ui/dialog';
import { Icon } from '../ui/icons';
import { Navigation } from '../ui/navigation';
import { Failed, Screen } from '../ui/screen';
import { Advice } from './advice';
import { draftOf, helpDraft } from './draft';
import { isOpen, type LocalRequest, phaseOf } from './model';
import { Standing } from './standing';
import { StillNeeded } from './still-needed';

/** One call for help from the tap on the button to its end: the queue, then the conversation. */
export function RequestScreen({ id }: { id: string }) {
  const { requests, events, conversations } = useSteward();
  useChanges(requests, events, conversations);
  const local = requests.get(id);
  if (!local) {
    return (
      <Screen title={texts.request.unknownTitle} up={paths.history} footer={<Navigation current="history" />}>
        <Failed text={texts.request.notFound} />
      </Screen>
    );
  }
  return <Request key={local.key} local={local} />;
}

function Request({ local }: { local: LocalRequest }) {
  const { events } = useSteward();
  const composer = useRef<ComposerHandle>(null);
  const [reply, setReply] = useState<number>();
  const joined = events.get(local.event);
  const open = isOpen(local);
  const answer = (seq: number) => {
    setReply(seq);
    composer.current?.focus();
  };
  const category = local.request?.category ?? local.body?.category;
  return (
    <Screen
      title={category ? texts.request.title(category) : texts.request.unknownTitle}
      sub={shortly(local) ?? joined?.event.name}
      event={joined?.event}
      up={joined ? paths.event(local.event) : paths.history}
      class="request"
      footer={
        open ? (
          <Composer local={local} handle={composer} reply={reply} onReplied={() => setReply(undefined)} />
        ) : (
          <Over local={local} />
        )
      }
    >
      {open && <Standing local={local} />}
      {open && <StillNeeded local={local} />}
      {open && phaseOf(local) !== 'taken' && <Cancel local={local} />}
      {open && <Advice local={local} />}
      <Thread
        local={local}
        onReply={open ? answer : undefined}
        onTakeBack={open ? (...back) => composer.current?.insert(...back) : undefined}
      />
      {!open && <Satisfaction local={local} />}
    </Screen>
  );
}

/** The place in the queue stays in sight however far somebody scrolls. */
function shortly(local: LocalRequest): string | undefined {
  const place = local.request?.place;
  return phaseOf(local) === 'waiting' && place ? texts.request.placeShort(place) : undefined;
}

/** Taking a request back costs the place in the queue, so it is asked for twice. */
function Cancel({ local }: { local: LocalRequest }) {
  const { requests } = useSteward();
  const [asking, setAsking] = useState(false);
  const { request } = texts;
  const cancel = () => {
    setAsking(false);
    void requests.cancel(local.key);
  };
  return (
    <>
      <button type="button" class="quiet cancel" onClick={() => setAsking(true)}>
        {request.cancel}
      </button>
      {asking && (
        <ConfirmDialog
          title={request.cancelTitle}
          confirm={request.cancelConfirm}
          keep={request.cancelKeep}
          onConfirm={cancel}
          onKeep={() => setAsking(false)}
        >
          <p>{request.cancelText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** It has ended, or was refused: how, and the way on, under the thumb. */
function Over({ local }: { local: LocalRequest }) {
  return (
    <div class="stack">
      <Standing local={local} />
      {phaseOf(local) === 'refused' ? <Again local={local} /> : <Onward local={local} />}
    </div>
  );
}

/** What was refused goes once more as it is, or is changed first. */
function Again({ local }: { local: LocalRequest }) {
  const { requests, drafts } = useSteward();
  const { request } = texts;
  const again = async () => {
    const next = await requests.askAgain(local.key);
    if (next) go(paths.request(next.key), 'replace');
  };
  const change = async () => {
    await drafts.keep(helpDraft(local.event), draftOf(local));
    go(paths.ask(local.event, 'words'));
  };
  return (
    <>
      <button type="button" class="primary" onClick={() => void again()}>
        {request.askAgain}
      </button>
      <button type="button" class="secondary" onClick={() => void change()}>
        {request.change}
      </button>
    </>
  );
}

function Onward({ local }: { local: LocalRequest }) {
  const { events } = useSteward();
  const event = events.get(local.event)?.event;
  if (!event || event.status === 'archived') {
    return (
      <Link to={paths.start} class="button secondary">
        {texts.common.toStart}
      </Link>
    );
  }
  return (
    <Link to={paths.ask(local.event)} class="button help-send">
      <Icon name="hand" />
      {texts.request.again}
    </Link>
  );
}
