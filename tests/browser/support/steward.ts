import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** How long a start may take: the first one on a folder makes a database cluster. */
const START_MS = 180_000;
/** What it says when it has started, in front of its address. */
const READY = 'Steward is ready at http://';
/** No member counts as gone, and no request goes on to the next, because the machine stood still. */
const PATIENCE = { MESSENGER_MEMBER_GONE_SECONDS: '3600', MESSENGER_PASS_ON_SECONDS: '3600' };

/** The binary under test: the debug build unless `STEWARD_BINARY` names another. */
const binary = resolve(
  process.env.STEWARD_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? '../../target', 'debug/steward'),
);

/** The real `steward` binary with the demo event, on a folder and a port of its own. */
export class Steward {
  readonly #folder: string;
  /** Where it listens: on a free port, which it keeps from then on. */
  #address = '127.0.0.1:0';
  #process: ChildProcess | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  get url(): string {
    return `http://${this.#address}`;
  }

  static async start(): Promise<Steward> {
    // Short, because the path of the database's socket stands below it; open, because the database may be
    // another user's.
    const folder = await mkdtemp('/tmp/stw-');
    await chmod(folder, 0o711);
    const steward = new Steward(folder);
    await steward.up();
    return steward;
  }

  /** Starts it (again) on the same folder and port. */
  async up(): Promise<void> {
    const child = spawn(
      binary,
      ['--listen', this.#address, '--data-dir', join(this.#folder, 'data'), '--demo'],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...PATIENCE } },
    );
    this.#process = child;
    let said = '';
    child.stderr.on('data', (piece) => {
      said += String(piece);
    });
    const deadline = setTimeout(() => child.kill('SIGKILL'), START_MS);
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith(READY)) {
        this.#address = line.slice(READY.length);
        clearTimeout(deadline);
        child.stdout.resume();
        return;
      }
    }
    throw new Error(`steward did not start: ${said}`);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in order and removes its folder. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
