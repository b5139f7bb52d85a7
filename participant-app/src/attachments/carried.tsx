import type { ThreadItem } from '../conversations/thread';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import { useLazy } from './use-lazy';

const load = () => import('./shown');

/** What a message carries. Its place is kept until it can be shown, so that nothing jumps. */
export function Carried({ item }: { item: ThreadItem }) {
  const shown = useLazy(load);
  const { body } = item;
  if (shown) return <shown.Shown item={item} />;
  if (body?.kind === 'photo') {
    return body.attachments.map(({ id, width, height }) => (
      <span key={id} class="picture" style={frameOf(width, height)} />
    ));
  }
  return (
    <span class="with-icon">
      <Icon name="voice" />
      {texts.attachments.voiceMessage}
    </span>
  );
}

/** Widest and highest that a picture is in a bubble, in rem. */
const WIDEST = 15;
const HIGHEST = 18;

/** As large as its bubble allows; a very long picture is cut, and whole when it is opened. */
export function frameOf(width: number, height: number) {
  const ratio = Math.max(0.4, Math.min(width / height, 3));
  return { width: `${Math.min(WIDEST, HIGHEST * ratio)}rem`, aspectRatio: String(ratio) };
}
