/** What somebody has said so far while asking for help. It is kept, so that a killed app costs no word. */
import type { Location } from '@steward/client-kit/live';
import {
  type Answer,
  type Category,
  type Circumstance,
  circumstances,
  type LocalRequest,
  type NewHelpRequest,
  type Question,
  questions,
} from './model';

export interface HelpDraft {
  category?: Category;
  triage: Partial<Record<Question, Answer>>;
  /** What is so besides the answers. */
  about?: Circumstance[];
  text: string;
  /** Undefined: as the event screen says. */
  zone?: string | null;
  location?: Location;
  share: { name: boolean; phone: boolean; email: boolean };
  /** The refused request that this one is to stand for. */
  instead?: string;
}

/** Under which name the draft of an event is kept. */
export const helpDraft = (event: string) => `help ${event}`;

export const emptyDraft: HelpDraft = {
  triage: {},
  text: '',
  share: { name: false, phone: false, email: false },
};

/** A request that was refused, to be changed and sent again. */
export function draftOf({ key, body }: LocalRequest): HelpDraft {
  return {
    category: body?.category,
    triage: Object.fromEntries(
      Object.entries(body?.triage ?? {}).filter(([name]) => !circumstances.some((one) => one === name)),
    ),
    about: circumstances.filter((one) => body?.triage?.[one] === 'yes'),
    text: body?.text ?? '',
    zone: body?.zone,
    location: body?.location ?? undefined,
    share: { ...emptyDraft.share, ...body?.share },
    instead: key,
  };
}

/** The screens of asking: the category, three questions, then the words. */
export type Step = 'category' | '1' | '2' | '3' | 'words';
export const steps: readonly Step[] = ['category', '1', '2', '3', 'words'];

/** The screen to show for an address: never one whose answers before it are missing. */
export function stepOf(asked: string, draft: HelpDraft): Step {
  const wanted = steps.find((step) => step === asked) ?? 'category';
  return draft.category ? wanted : 'category';
}

export function nextStep(step: Step): Step {
  return steps[steps.indexOf(step) + 1] ?? 'words';
}

/** The question of a step. */
export function questionOf(step: Step, category: Category): Question | undefined {
  return questions[category][Number(step) - 1];
}

/** Answers that mean that a life may be in danger: then the emergency number is shown, too. */
const grave: readonly Question[] = ['unconscious', 'bleeding', 'breathing_trouble', 'weapon', 'danger_now'];

export function isGrave({ triage }: HelpDraft): boolean {
  return grave.some((question) => triage[question] === 'yes');
}

/** What is sent. Without words of their own, the category speaks for the person. */
export function requestOf(
  draft: HelpDraft,
  given: { event: string; zone: string | undefined; words: string },
): NewHelpRequest {
  const category = draft.category ?? 'other';
  const asked = questions[category].filter((question) => draft.triage[question]);
  const triage = Object.fromEntries([
    ...asked.map((question) => [question, draft.triage[question] as Answer]),
    ...(draft.about ?? []).map((circumstance) => [circumstance, 'yes']),
  ]);
  const zone = draft.zone === undefined ? given.zone : draft.zone;
  return {
    event: given.event,
    category,
    triage,
    text: draft.text.trim() || given.words,
    zone: zone || null,
    location: draft.location ?? null,
    share: draft.share,
  };
}
