import type { Upload } from '@steward/client-kit/outbox';
import type { Message } from '../../api/types';
import { Photo } from './Photo';
import { VoicePlayer } from './VoicePlayer';

interface Props {
  body: Message['body'];
  /** The file of what is not sent yet. */
  upload?: Upload;
  /** Shows a photo large; missing for what is not sent yet. */
  onOpen?: (id: string) => void;
}

/** What a message carries besides words. */
export function Carried({ body, upload, onOpen }: Props) {
  if (body.kind === 'photo') {
    return body.attachments.map((photo) => (
      <Photo key={photo.id} photo={photo} upload={upload} onOpen={onOpen} />
    ));
  }
  if (body.kind === 'voice') {
    return <VoicePlayer id={body.attachment} seconds={body.seconds} upload={upload} />;
  }
  return null;
}
