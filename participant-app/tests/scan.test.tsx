import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pathOf } from '../src/scan/code';
import { Phone } from './support/phone';
import { control, leave, show, tap, words } from './support/screens';
import { until } from './support/until';
import { EVENT, Venue } from './support/venue';

let phone: Phone;
beforeEach(() => {
  phone = new Phone(new Venue());
});
afterEach(leave);

test.each([
  ['https://help.example/app/join/FEST26', '/app/join/FEST26'],
  ['https://help.example/app/join/FEST26?zone=Gate%20A', '/app/join/FEST26?zone=Gate%20A'],
  ['fest26', '/app/join/FEST26'],
  ['https://help.example/', undefined],
  ['https://help.example/app/me', undefined],
  ['a shop', undefined],
])('%s', (scanned, path) => expect(pathOf(scanned)).toBe(path));

/** A camera in front of which these codes are held, one after the other. */
function camera(codes: string[]) {
  const stop = vi.fn();
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      async detect() {
        const rawValue = codes.shift();
        return rawValue ? [{ rawValue }] : [];
      }
    },
  );
  const getUserMedia = vi.fn(async () => ({ getTracks: () => [{ stop }] }));
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { set: () => {}, configurable: true });
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  return { stop, getUserMedia };
}

test('a poster in front of the camera leads to its event, and the camera goes off', async () => {
  const { stop } = camera(['https://shop.example/', 'https://help.example/app/join/FEST26?zone=Gate%20A']);
  const tab = await phone.open();
  show(tab, '/app/join');
  await tap('Scan the code of a poster');
  await until(() => expect(words()).toContain('That is not a code of an event.'));
  await until(() => control('HELP'));
  expect(tab.app.events.get(EVENT.id)?.zone).toBe('zone-1');
  expect(stop).toHaveBeenCalledOnce();
});

test('whoever leaves switches the camera off', async () => {
  const { stop, getUserMedia } = camera([]);
  show(await phone.open(), '/app/scan');
  await until(() => expect(getUserMedia).toHaveBeenCalled());
  await tap('Type the code');
  await until(() => expect(stop).toHaveBeenCalledOnce());
});

test('without a camera the code can be typed', async () => {
  const { getUserMedia } = camera([]);
  getUserMedia.mockRejectedValue(new DOMException('Denied', 'NotAllowedError'));
  show(await phone.open(), '/app/scan');
  await until(() => expect(words()).toContain('Steward cannot use the camera.'));
  control('Type the code');
});

test('a phone that cannot read codes is not asked to', async () => {
  show(await phone.open(), '/app/join');
  await until(() => control('Join'));
  expect(words()).not.toContain('Scan');
});
