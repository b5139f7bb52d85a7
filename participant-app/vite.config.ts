import { createHash } from 'node:crypto';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { patience } from '../vitest.shared.ts';

/** Where `vite dev` finds the services: a standalone binary on its default address. */
const services = process.env.STEWARD_URL ?? 'http://127.0.0.1:8080';
/** Served as they are and needed without a network; the larger icons are fetched once, by whoever installs the app. */
const PUBLIC = ['icon.svg', 'manifest.webmanifest'];

/** Tells the service worker which files the app is made of; another set of files is another version of it. */
function listFiles(): Plugin {
  return {
    name: 'steward:list-files',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') throw new Error('The service worker is missing.');
      const built = Object.keys(bundle).filter(
        (name) => name !== 'service-worker.js' && name !== 'index.html',
      );
      const files = JSON.stringify(['', ...built, ...PUBLIC].map((name) => `/app/${name}`));
      const page = bundle['index.html'];
      const version = createHash('sha256')
        .update(files)
        .update(page?.type === 'asset' ? page.source : '')
        .digest('hex');
      worker.code = worker.code
        .replace('__FILES__', files)
        .replace('__VERSION__', JSON.stringify(version.slice(0, 12)));
    },
  };
}

export default defineConfig({
  base: '/app/',
  plugins: [preact(), listFiles()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { main: 'index.html', 'service-worker': 'src/service-worker/worker.ts' },
      output: {
        entryFileNames: (chunk) =>
          chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
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
    setupFiles: ['tests/support/setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    ...patience,
  },
});
