/** Tells the other tabs of this browser about signing in and out, since they share the cookie. */

import { keeper } from '../api/clients';
import { personOf } from './keeper';

type News = 'signed-in' | 'signed-out';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('steward.session');

export function announceSession(news: News): void {
  channel?.postMessage(news);
}

/** Follows the other tabs: their signing out ends this one, their signing in lets an expired one go on. */
export function followTabs(): void {
  channel?.addEventListener('message', (message: MessageEvent<News>) => {
    if (message.data === 'signed-out') window.location.assign('/sign-in');
    else void rejoin();
  });
}

/** Somebody signed in elsewhere: the same person goes on, somebody else gets a fresh page. */
async function rejoin(): Promise<void> {
  const before = keeper.state();
  const was = 'session' in before ? personOf(before.session) : null;
  await keeper.load();
  const after = keeper.state();
  const is = 'session' in after ? personOf(after.session) : null;
  if (was !== null && is !== was) window.location.assign('/');
}
