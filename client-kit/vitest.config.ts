import '../vitest.shared.ts';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    // Somebody else may be using the machine: slowness alone is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
