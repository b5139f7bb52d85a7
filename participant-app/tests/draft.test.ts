import { expect, test } from 'vitest';
import {
  draftOf,
  emptyDraft,
  type HelpDraft,
  isGrave,
  nextStep,
  questionOf,
  requestOf,
  stepOf,
} from '../src/help-requests/draft';
import { categories, questions } from '../src/help-requests/model';

const given = { event: 'event-1', zone: 'zone-1', words: 'Medical' };
const medical: HelpDraft = { ...emptyDraft, category: 'medical' };

test('no step is shown whose answers before it are missing', () => {
  expect(stepOf('words', emptyDraft)).toBe('category');
  expect(stepOf('2', medical)).toBe('2');
  expect(stepOf('nonsense', medical)).toBe('category');
});

test('the steps follow each other and end with the words', () => {
  expect(['category', '1', '2', '3', 'words'].map((step) => nextStep(step as 'category'))).toEqual([
    '1',
    '2',
    '3',
    'words',
    'words',
  ]);
});

test.each(categories)('%s asks three different questions', (category) => {
  const asked = (['1', '2', '3'] as const).map((step) => questionOf(step, category));
  expect(asked).toEqual([...questions[category]]);
  expect(new Set(asked).size).toBe(3);
  expect(questionOf('words', category)).toBeUndefined();
});

test('only a yes to a grave question brings the number to call', () => {
  expect(isGrave({ ...medical, triage: { bleeding: 'yes' } })).toBe(true);
  expect(isGrave({ ...medical, triage: { bleeding: 'unknown', unconscious: 'no' } })).toBe(false);
  expect(isGrave({ ...medical, triage: { valuable: 'yes' } })).toBe(false);
});

test('answers to the questions of another category are not sent', () => {
  const changed: HelpDraft = { ...medical, triage: { bleeding: 'no', weapon: 'yes' } };
  expect(requestOf(changed, given).triage).toEqual({ bleeding: 'no' });
});

test('without words of their own the category speaks', () => {
  expect(requestOf({ ...medical, text: '  ' }, given).text).toBe('Medical');
  expect(requestOf({ ...medical, text: ' My friend fell ' }, given).text).toBe('My friend fell');
});

test('the place is the one of the event screen, unless another one or none was chosen', () => {
  expect(requestOf(medical, given).zone).toBe('zone-1');
  expect(requestOf({ ...medical, zone: 'zone-2' }, given).zone).toBe('zone-2');
  expect(requestOf({ ...medical, zone: null }, given).zone).toBeNull();
});

test('nothing is shared unless it was chosen', () => {
  expect(requestOf(medical, given)).toMatchObject({
    location: null,
    share: { name: false, phone: false, email: false },
  });
});

test('a refused request becomes the same draft again, which stands for it', () => {
  const location = { latitude: 53.5, longitude: 10, accuracy: 8 };
  const draft: HelpDraft = {
    category: 'security',
    triage: { weapon: 'no' },
    about: ['for_someone_else'],
    text: 'By the bar',
    zone: 'zone-2',
    location,
    share: { name: true, phone: false, email: false },
  };
  const body = requestOf(draft, given);
  const refused = {
    key: 'k',
    event: 'event-1',
    body,
    writtenAt: '2026-05-01T10:00:00Z',
    state: 'refused',
  } as const;
  expect(draftOf(refused)).toEqual({ ...draft, instead: 'k' });
  expect(requestOf(draftOf(refused), given)).toEqual(body);
});
