/** Asking for help: categories, questions, words. */
import type { Category, Question } from '../../help-requests/model';

export const categories: Record<Category, string> = {
  medical: 'Medical',
  security: 'Security',
  lost_person: 'Lost person',
  lost_property: 'Lost property',
  accessibility: 'Accessibility',
  other: 'Something else',
};

const categoryHints: Record<Category, string> = {
  medical: 'Somebody is hurt or ill',
  security: 'Threat, violence, theft',
  lost_person: 'A child or friend is missing',
  lost_property: 'Lost or found a thing',
  accessibility: 'Getting around, seating, quiet',
  other: 'Anything else',
};

const questions: Record<Question, string> = {
  unconscious: 'Is somebody unconscious?',
  bleeding: 'Is somebody bleeding badly?',
  breathing_trouble: 'Does somebody have trouble breathing?',
  danger_now: 'Is somebody in danger right now?',
  weapon: 'Is there a weapon?',
  injured: 'Is somebody injured?',
  child: 'Is it a child?',
  in_danger: 'Could they be in danger?',
  seen_recently: 'Were they seen in the last 15 minutes?',
  valuable: 'Is it valuable, or a key or a passport?',
  stolen: 'Was it stolen?',
  urgent: 'Do you need it within the hour?',
  stuck: 'Are you stuck where you are?',
  in_pain: 'Are you in pain?',
  alone: 'Are you alone?',
};

export const ask = {
  category: 'What kind of help do you need?',
  categories,
  categoryHints,
  questions,
  answers: { yes: 'Yes', no: 'No', unknown: 'Not sure' },
  words: 'What is happening?',
  wordsHint: 'A few words are enough. You can write more later.',
  wordsLabel: 'In your own words',
  about: 'About this',
  circumstances: {
    for_someone_else: 'I ask for somebody else',
    silent: 'I must not be noticed: keep my screen dark and ask me yes-or-no questions',
  },
  share: 'Staff may see my',
  shareName: 'name',
  sharePhone: 'phone number',
  shareEmail: 'e-mail address',
  yourName: 'Your name',
  yourPhone: 'Your phone number',
  anonymous: 'Nothing is shared unless you choose it.',
  send: 'Ask for help',
  sending: 'Sending…',
  urgent: (number: string) => `If a life is in danger, call ${number} too.`,
  tooLong: (most: number) => `That is too long. Please keep it under ${most} characters.`,
};
