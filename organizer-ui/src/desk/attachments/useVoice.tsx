import { voiceEntry } from '@steward/client-kit/uploads';
import { type ReactNode, useState } from 'react';
import { useDesk } from '../client/hooks';
import { VoiceRecorder } from './VoiceRecorder';

interface Voice {
  begin: () => void;
  /** Stands in the place of the field while a clip is recorded. */
  recorder: ReactNode;
}

/** Voice clips of a conversation: each is sent when it is finished. */
export function useVoice(conversation: string, reply_to: number | undefined, onSent: () => void): Voice {
  const desk = useDesk();
  const [records, setRecords] = useState(false);
  const end = () => setRecords(false);
  const send = (file: Blob, seconds: number) => {
    void desk.carry(voiceEntry({ conversation, reply_to }, file, seconds));
    end();
    onSent();
  };
  const recorder = records ? <VoiceRecorder onRecorded={send} onEnd={end} /> : null;
  return { begin: () => setRecords(true), recorder };
}
