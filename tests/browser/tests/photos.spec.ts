import { deflateSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/fixtures';
import { meet } from '../support/meeting';

/** A picture file: stripes, so that it is no smaller than a photo. */
function png(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows[at] = (x * 255) / width;
      rows[at + 1] = (y * 255) / height;
      rows[at + 2] = (x * y) % 256;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

const photo = (name: string, width = 1200, height = 900) => ({
  name,
  mimeType: 'image/png',
  buffer: png(width, height),
});

test('a photo goes from the phone to the desk and back, and is shown large on both', async ({
  phone,
  desk,
}) => {
  await meet(phone, desk, 'There is a hole in the fence');
  await desk.page.getByRole('link', { name: /fence/ }).click();

  await phone.addPhoto(photo('fence.png'));
  await expect(desk.messages.getByRole('img', { name: 'Photo' })).toBeVisible();
  await expect(phone.messages.last()).toContainText('Read');
  const shown = desk.messages.getByRole('img', { name: 'Photo' });
  const size = await shown.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
  expect(size).toEqual([320, 240]);

  // From the keyboard: Enter shows it large, Escape leads back to where one was.
  await desk.messages.getByRole('button', { name: 'Show the photo large' }).press('Enter');
  const viewer = desk.page.getByRole('dialog', { name: 'Photo 1 of 1' });
  await expect(viewer.getByRole('img')).toBeVisible();
  await expect
    .poll(() => viewer.getByRole('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(1200);
  await expectAccessible(desk.page);
  await desk.page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();

  // Chosen photos are looked at once more, and one of them is not meant.
  const chooser = desk.page.waitForEvent('filechooser');
  await desk.page.getByRole('button', { name: 'Add photos' }).click();
  await (await chooser).setFiles([photo('plan.png', 800, 1200), photo('wrong.png', 100, 100)]);
  await desk.page.getByRole('button', { name: 'Remove the photo' }).nth(1).click();
  await desk.write('Somebody comes to this gate');
  await expect(phone.message('Somebody comes to this gate')).toBeVisible();
  await expect(phone.messages.getByRole('img', { name: 'Photo' })).toHaveCount(2);
  await phone.messages.getByRole('button', { name: 'Show the photo large' }).last().click();
  await expect(phone.page.getByRole('dialog', { name: 'Photo' }).getByRole('img')).toBeVisible();
  await expectAccessible(phone.page);
  await phone.page.getByRole('button', { name: 'Close' }).click();
  await expect(phone.page.getByRole('dialog')).toBeHidden();

  await desk.messages.getByRole('button', { name: 'Show the photo large' }).first().click();
  await desk.page.keyboard.press('ArrowRight');
  await expect(desk.page.getByRole('dialog', { name: 'Photo 2 of 2' })).toBeVisible();
});

test('a photo is pasted or dropped at the desk, and other files are refused in words', async ({
  phone,
  desk,
}) => {
  await meet(phone, desk, 'Which gate?');
  await desk.page.getByRole('link', { name: /gate/ }).click();
  const field = desk.page.getByRole('textbox', { name: /Message to/ });
  await expect(field).toBeVisible();
  const give = async (kind: 'paste' | 'drop', bytes: Buffer, type: string) =>
    field.evaluate(
      (element, given) => {
        const data = new DataTransfer();
        const content = Uint8Array.from(atob(given.content), (letter) => letter.charCodeAt(0));
        data.items.add(new File([content], 'file', { type: given.type }));
        const options = { bubbles: true, cancelable: true };
        const event =
          given.kind === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
            : new DragEvent('drop', { ...options, dataTransfer: data });
        element.dispatchEvent(event);
      },
      { kind, type, content: bytes.toString('base64') },
    );
  await give('paste', png(300, 200), 'image/png');
  await expect(desk.page.getByRole('button', { name: 'Remove the photo' })).toHaveCount(1);
  await give('drop', png(200, 300), 'image/png');
  await expect(desk.page.getByRole('button', { name: 'Remove the photo' })).toHaveCount(2);
  await give('drop', Buffer.from('<svg/onload=alert(1)>'), 'image/svg+xml');
  await expect(desk.page.getByRole('alert')).toContainText('no picture');
  await field.press('Enter');
  await expect(phone.messages.getByRole('img', { name: 'Photo' })).toHaveCount(2);
});

test('a photo that was taken without a network survives the closed app, and words do not wait for it', async ({
  phone,
  desk,
}) => {
  await meet(phone, desk, 'Lost my way');
  await phone.installed();
  await phone.context.setOffline(true);
  await phone.addPhoto(photo('here.png'));
  await expect(phone.messages.last()).toContainText('Waiting to be sent');
  await phone.write('This is where I am');

  const address = phone.page.url();
  await phone.page.close();
  const again = await phone.context.newPage();
  await again.goto(address);
  const messages = again.getByRole('log').getByRole('listitem');
  await expect(messages.getByRole('img', { name: 'Photo' })).toBeVisible();

  await phone.context.setOffline(false);
  await expect(messages.last()).toContainText(/Sent|Delivered|Read/);
  await expect(messages.last().getByRole('img', { name: 'Photo' })).toBeVisible();
  await desk.page.getByRole('link', { name: /Photo/ }).click();
  await expect(desk.messages.getByRole('img', { name: 'Photo' })).toBeVisible();
  await expect(desk.messages).toContainText('This is where I am');

  // What was seen is seen again without a network.
  await phone.context.setOffline(true);
  await again.reload();
  const kept = messages.getByRole('img', { name: 'Photo' });
  await expect.poll(() => kept.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
});

test('a photo that was added while asking for help comes after the words', async ({ phone, desk }) => {
  await desk.signIn('staff1@demo.test');
  await phone.join();
  await phone.answerQuestions();
  await phone.page.getByLabel('In your own words').fill('It looks like this');
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.page.getByText('Add a photo').click();
  await (await chooser).setFiles(photo('arm.png'));
  await expect(phone.page.getByRole('button', { name: 'Remove the photo' })).toBeVisible();
  await expectAccessible(phone.page);
  // A reload costs neither words nor photo.
  await phone.page.reload();
  await expect(phone.page.getByRole('img', { name: 'Photo' })).toBeVisible();
  await phone.page.getByRole('button', { name: 'Ask for help' }).click();
  await phone.page.waitForURL(/\/app\/requests\//);
  await expect(phone.messages.last()).toContainText(/Sent|Delivered/);
  await expect(phone.messages).toHaveCount(2);

  await desk.page
    .getByRole('button', { name: /^Take .*Medical/ })
    .first()
    .click();
  await expect(desk.messages).toContainText('It looks like this');
  await expect(desk.messages.getByRole('img', { name: 'Photo' })).toBeVisible();
});

test('voice messages are recorded and played on both sides', async ({ phone, desk }) => {
  // Four clips, each a second long at least.
  test.slow();
  await meet(phone, desk, 'I cannot type');
  await desk.page.getByRole('link', { name: /I cannot type/ }).click();
  const record = async (end: string) => {
    await phone.page.getByRole('button', { name: 'Add a photo, your voice or your location' }).click();
    await phone.page.getByRole('button', { name: 'Record your voice' }).click();
    await expectRecording(phone.page);
    await phone.page.getByRole('button', { name: end }).first().click();
  };
  await record('Cancel');
  await expect(phone.messages).toHaveCount(1);
  await record('Send');
  const clip = { name: /^Play the voice message, 0:\d\d$/ };
  await expect(phone.messages.getByRole('button', clip)).toBeVisible();
  await expect(phone.messages.last()).toContainText('Read');
  await expectAccessible(phone.page);
  await expectHeard(desk.page, desk.messages.getByRole('button', clip));
  await expectAccessible(desk.page);

  // By keyboard: one is thrown away, one is sent; what was written stays.
  await desk.page.getByRole('textbox', { name: /Message to/ }).fill('And in words');
  const begin = desk.page.getByRole('button', { name: 'Record a voice message' });
  await begin.click();
  await expectRecording(desk.page);
  await expectAccessible(desk.page);
  await desk.page.keyboard.press('Escape');
  await begin.click();
  await expectRecording(desk.page);
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('textbox', { name: /Message to/ })).toHaveValue('And in words');
  await expect(phone.messages).toHaveCount(3);
  await expectHeard(phone.page, phone.messages.last().getByRole('button', clip));
});

/** Waits until a second was recorded, or more. */
async function expectRecording(page: Page): Promise<void> {
  const recorder = page.getByText('Recording', { exact: true }).locator('..');
  await expect(recorder.getByText(/^0:(?!00)\d\d$/)).toBeVisible();
}

/** Plays a clip, and waits until something of it was heard. */
async function expectHeard(page: Page, play: Locator): Promise<void> {
  await play.click();
  const heard = page.locator('audio').last();
  await expect
    .poll(() => heard.evaluate((audio: HTMLAudioElement) => audio.ended || audio.currentTime > 0))
    .toBe(true);
}
