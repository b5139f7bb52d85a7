import type { ClientFrame, ServerFrame, Socket } from '../../src/live';

/** The server's end of one socket. */
export class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly heard: ClientFrame[] = [];
  closedWith: number | undefined;

  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {}

  send(text: string): void {
    this.heard.push(JSON.parse(text) as ClientFrame);
  }

  close(code = 1000): void {
    this.closedWith ??= code;
  }

  /** What the server says. */
  say(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  accept(): void {
    this.onopen?.();
  }

  /** Accepts and says what a node says after a good hello. */
  welcome(epoch = 'one', heartbeat = 20): void {
    this.accept();
    this.say({
      type: 'welcome',
      connection: 'connection',
      epoch,
      heartbeat_s: heartbeat,
      limits: { frame_bytes: 32_768, text_characters: 4_000, unacknowledged: 16 },
      now: '2030-01-01T00:00:00Z',
    });
    this.say({ type: 'synced' });
  }

  /** The server closes, or the network does (1006). */
  end(code: number): void {
    this.closedWith = code;
    this.onclose?.({ code });
  }
}

/** Gives out sockets and remembers them. */
export class FakeNetwork {
  readonly sockets: FakeSocket[] = [];

  readonly open = (url: string, protocol: string): Socket => {
    const socket = new FakeSocket(url, protocol);
    this.sockets.push(socket);
    return socket;
  };

  get last(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('No socket was opened.');
    return socket;
  }
}
