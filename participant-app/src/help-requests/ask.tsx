import { useEffect } from 'preact/hooks';
import { useSteward } from '../app/context';
import type { JoinedEvent } from '../events/events';
import { go } from '../router/router';
import { paths } from '../router/routes';
import { useChanges } from '../state/observable';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { Failed, Loading, Screen } from '../ui/screen';
import { useDraft } from '../ui/use-draft';
import {
  emptyDraft,
  type HelpDraft,
  helpDraft,
  nextStep,
  questionOf,
  type Step,
  stepOf,
  steps,
} from './draft';
import { type Answer, categories } from './model';
import { Words } from './words';

export interface AskStepProps {
  joined: JoinedEvent;
  draft: HelpDraft;
  keep: (draft: HelpDraft) => void;
}

/** Asks for help: one question a screen. */
export function Ask({ event, step: asked }: { event: string; step: string }) {
  const { events, requests } = useSteward();
  useChanges(events, requests);
  const joined = events.get(event);
  const open = requests.openAt(event);
  const [draft, keep, forget] = useDraft(helpDraft(event), emptyDraft);
  useEffect(() => {
    if (open) go(paths.request(open.key), 'replace');
  }, [open]);
  if (!joined) {
    return (
      <Screen title={texts.app} up={paths.event(event)}>
        <Failed text={texts.event.notFound} />
      </Screen>
    );
  }
  if (!draft || open) {
    return (
      <Screen title={texts.app} up={paths.event(event)}>
        <Loading />
      </Screen>
    );
  }
  const step = stepOf(asked, draft);
  const props = { joined, draft, keep };
  if (step === 'category') return <CategoryStep {...props} />;
  if (step === 'words') return <Words {...props} forget={forget} />;
  return <QuestionStep {...props} step={step} />;
}

/** How far along it is, drawn and said. */
export function StepProgress({ step }: { step: Step }) {
  const at = steps.indexOf(step) + 1;
  return (
    <div class="steps" role="img" aria-label={texts.common.steps(at, steps.length)}>
      {steps.map((one, index) => (
        <span key={one} class={index < at ? 'step done' : 'step'} />
      ))}
    </div>
  );
}

function CategoryStep({ joined, draft, keep }: AskStepProps) {
  const { ask } = texts;
  return (
    <Screen
      key="category"
      title={ask.category}
      up={paths.event(joined.id)}
      event={joined.event}
      aside={<StepProgress step="category" />}
      large
      class="ask"
    >
      <ul class="choices">
        {categories.map((category) => (
          <li key={category}>
            <button
              type="button"
              class="choice"
              onClick={() => {
                keep({ ...draft, category });
                go(paths.ask(joined.id, nextStep('category')));
              }}
            >
              <Icon name={category} />
              <strong>{ask.categories[category]}</strong>
              <span class="muted">{ask.categoryHints[category]}</span>
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  );
}

const answers: readonly Answer[] = ['yes', 'no', 'unknown'];

function QuestionStep({ joined, draft, keep, step }: AskStepProps & { step: Step }) {
  const { ask } = texts;
  const question = draft.category && questionOf(step, draft.category);
  if (!question) return null;
  const answer = (said: Answer) => {
    keep({ ...draft, triage: { ...draft.triage, [question]: said } });
    go(paths.ask(joined.id, nextStep(step)));
  };
  return (
    <Screen
      key={step}
      title={ask.questions[question]}
      up={paths.ask(joined.id)}
      event={joined.event}
      aside={<StepProgress step={step} />}
      large
      class="ask question"
    >
      <div class="answers">
        {answers.map((said) => (
          <button
            key={said}
            type="button"
            class="answer"
            aria-pressed={draft.triage[question] === said}
            onClick={() => answer(said)}
          >
            {ask.answers[said]}
          </button>
        ))}
      </div>
    </Screen>
  );
}
