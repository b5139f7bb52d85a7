import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startTexts } from '../src/texts/i18n';

startTexts();
afterEach(() => {
  cleanup();
  localStorage.clear();
});
