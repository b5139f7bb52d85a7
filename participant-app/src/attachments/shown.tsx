import './attachments.css';
import type { Upload } from '@steward/client-kit/outbox';
import type { Size } from '@steward/client-kit/uploads';
import { useEffect, useState } from 'preact/hooks';
import { useSteward } from '../app/context';
import type { ThreadItem } from '../conversations/thread';
import { texts } from '../texts/texts';
import { frameOf } from './carried';
import { Viewer } from './viewer';
import { VoicePlayer } from './voice-player';

/** Photos or a voice clip in a message, and how much of them has left this phone. */
export function Shown({ item }: { item: ThreadItem }) {
  const { body, upload } = item;
  return (
    <>
      {body?.kind === 'photo' &&
        body.attachments.map((photo) => <Photo key={photo.id} photo={photo} upload={upload} />)}
      {body?.kind === 'voice' && <VoicePlayer id={body.attachment} seconds={body.seconds} upload={upload} />}
      {upload && item.progress === 'waiting' && <Sending item={item} />}
    </>
  );
}

function Photo({ photo, upload }: { photo: { id: string; width: number; height: number }; upload?: Upload }) {
  const { attachments } = texts;
  const { url, failed } = useFile(photo.id, 'thumbnail', upload);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="picture"
        style={frameOf(photo.width, photo.height)}
        aria-label={attachments.show}
        onClick={() => setOpen(true)}
      >
        {url && <img src={url} alt={attachments.photo} />}
        {failed && <span class="small">{attachments.away}</span>}
      </button>
      {open && <Viewer id={photo.id} upload={upload} small={url} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Nothing until the first piece has arrived: before, the message just waits. */
function Sending({ item }: { item: ThreadItem }) {
  const { attachments } = useSteward();
  const share = item.upload?.done ? 1 : attachments.share(item.key);
  if (share === 0) return null;
  const percent = Math.round(share * 100);
  return (
    <span class="sending small">
      <progress value={share} aria-hidden="true" />
      {texts.attachments.sending(percent)}
    </span>
  );
}

/** An address of a file: of the one on this phone, or of one that is fetched; tried again when the network is back. */
export function useFile(id: string, size: Size, upload?: Upload): { url?: string; failed: boolean } {
  const { attachments, link } = useSteward();
  const [state, setState] = useState<{ url?: string; failed: boolean }>({ failed: false });
  const file = upload?.file;
  useEffect(() => {
    if (file) {
      const url = URL.createObjectURL(file);
      setState({ url, failed: false });
      return () => URL.revokeObjectURL(url);
    }
    let gone = false;
    const fetchIt = () =>
      attachments.url(id, size).then(
        (url) => !gone && setState({ url, failed: false }),
        () => !gone && setState({ failed: true }),
      );
    void fetchIt();
    const end = link.subscribe(() => {
      if (link.state.phase === 'live') void fetchIt();
    });
    return () => {
      gone = true;
      end();
    };
  }, [attachments, link, id, size, file]);
  return state;
}
