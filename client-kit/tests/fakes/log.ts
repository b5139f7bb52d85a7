import type { AckFrame, Message, RefusedFrame, SendFrame } from '../../src/live';

/** How a node answers a send: the rules of the protocol, over an array. */
export class FakeLog {
  readonly messages: Message[] = [];

  constructor(
    readonly conversation: string,
    readonly sender: string,
  ) {}

  take(frame: SendFrame): AckFrame | RefusedFrame {
    const old = this.messages.find((message) => message.client_id === frame.client_id);
    if (old && old.body.text !== frame.body.text) return this.refuse(frame, 'conflict', false);
    if (old) return this.ack(old, true);
    if (frame.previous && !this.messages.some((message) => message.client_id === frame.previous)) {
      return this.refuse(frame, 'order', true);
    }
    return this.ack(this.store(frame), false);
  }

  refuse(frame: SendFrame, code: string, retry: boolean): RefusedFrame {
    return { type: 'refused', client_id: frame.client_id, code, retry, detail: code };
  }

  private store({ client_id, body }: SendFrame): Message {
    const { conversation, sender } = this;
    const message: Message = {
      conversation,
      seq: this.messages.length + 1,
      client_id,
      sender: { id: sender, kind: 'participant' },
      at: '2030-01-01T00:00:00Z',
      body,
    };
    this.messages.push(message);
    return message;
  }

  private ack({ client_id, seq, at }: Message, duplicate: boolean): AckFrame {
    return { type: 'ack', client_id, conversation: this.conversation, seq, at, duplicate };
  }
}
