/** Draws the icons of the installed app from `public/icon.svg`, with the Chromium of the machine. */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const folder = new URL('../public/', import.meta.url);
const drawing = await readFile(new URL('icon.svg', folder), 'utf8');
/** A maskable icon is cut by the phone: the ground reaches every edge, the drawing stays in the middle. */
const icons = [
  { name: 'icon-192.png', size: 192, inset: 0 },
  { name: 'icon-512.png', size: 512, inset: 0 },
  { name: 'icon-maskable-512.png', size: 512, inset: 0.12 },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const { name, size, inset } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const ground = inset > 0 ? '#0e7567' : 'transparent';
  const width = size * (1 - 2 * inset);
  await page.setContent(
    `<style>html,body{margin:0;background:${ground}}svg{display:block;width:${width}px;margin:${size * inset}px}</style>${drawing}`,
  );
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
