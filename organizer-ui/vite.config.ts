import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { patience } from '../vitest.shared.ts';

/** Where `vite dev` finds the services: a standalone binary on its default address. */
const services = process.env.STEWARD_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      '/auth': services,
      '/core': services,
      '/messenger': { target: services, ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['tests/setup.ts'],
    restoreMocks: true,
    ...patience,
  },
});
