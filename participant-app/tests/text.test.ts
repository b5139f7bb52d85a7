import { expect, test } from 'vitest';
import { piecesOf } from '../src/conversations/text';

const hrefs = (text: string) => piecesOf(text).flatMap(({ href }) => href ?? []);

test('addresses and telephone numbers can be tapped, the rest is words', () => {
  expect(hrefs('See https://example.org/map?x=1, or call +49 40 555-0112.')).toEqual([
    'https://example.org/map?x=1',
    'tel:+49405550112',
  ]);
  expect(hrefs('In an emergency call 112.')).toEqual(['tel:112']);
  expect(hrefs('Row 12, seat 7, 20 minutes')).toEqual([]);
});

test('nothing that could run is ever a link', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', '<a href="x">y</a>', 'ftp://example.org']) {
    expect(hrefs(text), text).toEqual([]);
  }
});

test('no word is lost', () => {
  const text = 'Meet at 10:30 by http://a.example. Call 112 (now)!';
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
