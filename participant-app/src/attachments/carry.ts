/** Puts files into the outbox: from then on they survive the end of the app. */
import { uuidV7 } from '@steward/client-kit/ids';
import type { Outbox } from '@steward/client-kit/outbox';
import type { Shrunk } from '@steward/client-kit/uploads';
import type { Drafts } from '../conversations/conversations';

/** Where it goes, and what it answers. */
export interface To {
  conversation: string;
  reply_to?: number;
}

export async function carryPhoto(outbox: Outbox, to: To, { file, width, height }: Shrunk): Promise<void> {
  const id = uuidV7();
  await outbox.write({
    ...to,
    body: { kind: 'photo', attachments: [{ id, width, height }] },
    upload: { id, kind: 'photo', file },
  });
}

export async function carryVoice(outbox: Outbox, to: To, file: Blob, seconds: number): Promise<void> {
  const id = uuidV7();
  await outbox.write({
    ...to,
    body: { kind: 'voice', attachment: id, seconds },
    upload: { id, kind: 'voice', file },
  });
}

/** Under which name the photo is kept that goes with a call for help. */
export const photoDraft = (event: string) => `photo ${event}`;

/** The photo goes after the call for help, which never waits for it. */
export async function carryDraft(drafts: Drafts, outbox: Outbox, event: string, to: To): Promise<void> {
  const photo = await drafts.load<Shrunk>(photoDraft(event));
  if (!photo) return;
  await carryPhoto(outbox, to, photo);
  await drafts.forget(photoDraft(event));
}
