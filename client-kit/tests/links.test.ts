import { describe, expect, it } from 'vitest';
import { partsOf } from '../src/text/links';

const hrefs = (text: string) => partsOf(text).flatMap((part) => part.href ?? []);

describe('links', () => {
  it('are addresses of the web, without the sign that ends the sentence', () => {
    expect(hrefs('See https://example.org/map?x=1, or http://a.example.')).toEqual([
      'https://example.org/map?x=1',
      'http://a.example',
    ]);
    expect(hrefs('(https://example.org/a_(b))')).toEqual(['https://example.org/a_(b)']);
  });

  it('are e-mail addresses and telephone numbers, with or without their scheme', () => {
    expect(hrefs('Write to help@example.org or mailto:lost.and-found@pier.example.')).toEqual([
      'mailto:help@example.org',
      'mailto:lost.and-found@pier.example',
    ]);
    expect(hrefs('Call +49 40 555-0112 or tel:0405550113.')).toEqual(['tel:+49405550112', 'tel:0405550113']);
    expect(hrefs('In an emergency call 112.')).toEqual(['tel:112']);
    expect(hrefs('Row 12, seat 7, 20 minutes, gate 3 at 10:30')).toEqual([]);
  });

  it('are nothing that could run', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      '<a href="x">y</a>',
      'ftp://example.org',
      'file:///etc/passwd',
      'intent://x#Intent;end',
    ]) {
      expect(hrefs(text), text).toEqual([]);
    }
  });

  it('are nothing that looks like another address than it is', () => {
    expect(hrefs('https://bank.example@evil.example/')).toEqual([]);
    expect(hrefs('https://evil.example/\u202emoc.knab')).toEqual(['https://evil.example/']);
    for (const { text, href, outside } of partsOf('https://a.example/b?c=d#e')) {
      if (outside) expect(text).toBe(href);
    }
  });

  it('cost no letter of the text', () => {
    const text = 'Two: https://a.example! and https://b.example?x=1, a@b.example. Call 112 (now)!';
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
