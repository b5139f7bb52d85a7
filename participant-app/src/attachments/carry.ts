/** The photo that goes with a call for help: kept on the phone until the call is there. */
import type { Outbox } from '@steward/client-kit/outbox';
import { photoEntry, type Shrunk, type To } from '@steward/client-kit/uploads';
import type { Drafts } from '../conversations/conversations';

/** Under which name the photo is kept that goes with a call for help. */
export const photoDraft = (event: string) => `photo ${event}`;

/** The photo goes after the call for help, which never waits for it. */
export async function carryDraft(drafts: Drafts, outbox: Outbox, event: string, to: To): Promise<void> {
  const photo = await drafts.load<Shrunk>(photoDraft(event));
  if (!photo) return;
  await outbox.write(photoEntry(to, photo));
  await drafts.forget(photoDraft(event));
}
