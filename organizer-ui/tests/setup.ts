import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startTexts } from '../src/texts/i18n';

// happy-dom lays nothing out: the rows of lists are said to have a height, everything else that of a screen.
for (const height of ['offsetHeight', 'clientHeight']) {
  Object.defineProperty(HTMLElement.prototype, height, {
    configurable: true,
    get(this: HTMLElement) {
      return this.dataset.index === undefined ? 800 : 80;
    },
  });
}
startTexts();
// Far longer than anything takes, so that a busy machine fails no test.
configure({ asyncUtilTimeout: 30_000 });
afterEach(() => {
  cleanup();
  localStorage.clear();
});
