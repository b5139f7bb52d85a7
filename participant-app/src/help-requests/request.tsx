import { useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import { Composer } from '../conversations/composer';
import { Thread } from '../conversations/thread-view';
import { emergencyNumber, telephone } from '../events/event';
import { go, Link } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { ConfirmDialog } from '../ui/dialog';
import { Icon } from '../ui/icons';
import { Navigation } from '../ui/navigation';
import { Failed, Screen } from '../ui/screen';
import { isOpen, type LocalRequest, phaseOf } from './model';
import { Standing } from './standing';

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
  const joined = events.get(local.event);
  const number = emergencyNumber(joined?.event);
  const category = local.request?.category ?? local.body?.category;
  return (
    <Screen
      title={category ? texts.request.title(category) : texts.request.unknownTitle}
      sub={joined?.event.name}
      up={joined ? paths.event(local.event) : paths.history}
      aside={
        <a class="call" href={telephone(number)}>
          <Icon name="phone" />
          <span>{number}</span>
          <span class="hidden">{texts.event.emergency}</span>
        </a>
      }
      class="request"
      footer={isOpen(local) ? <Composer local={local} /> : <Over local={local} />}
    >
      <Standing local={local} />
      {isOpen(local) && phaseOf(local) !== 'taken' && <Cancel local={local} />}
      <Thread local={local} />
    </Screen>
  );
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

/** It has ended, or was refused: the way on is never more than a tap away. */
function Over({ local }: { local: LocalRequest }) {
  const { requests, events } = useSteward();
  const { request, common } = texts;
  const event = events.get(local.event)?.event;
  if (phaseOf(local) === 'refused') {
    const again = async () => {
      const next = await requests.askAgain(local.key);
      if (next) go(paths.request(next.key), 'replace');
    };
    return (
      <button type="button" class="primary" onClick={() => void again()}>
        {request.askAgain}
      </button>
    );
  }
  if (!event || event.status === 'archived') {
    return (
      <Link to={paths.start} class="button secondary">
        {common.toStart}
      </Link>
    );
  }
  return (
    <Link to={paths.ask(local.event)} class="button help-send">
      <Icon name="hand" />
      {request.again}
    </Link>
  );
}
