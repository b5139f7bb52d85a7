/**
 * The calls for help of this phone: kept before they are sent, sent under a key that makes repeating harmless, and
 * followed until they are over.
 */
import { answer, type MessengerApi } from '@steward/client-kit/api';
import { uuidV7 } from '@steward/client-kit/ids';
import { fullJitter, type PlaceFrame } from '@steward/client-kit/live';
import type { Outbox } from '@steward/client-kit/outbox';
import { isTemporary, ProblemError } from '@steward/client-kit/problem';
import { tellSatisfaction } from '../satisfaction/tell';
import type { Session } from '../session/session';
import { Observable } from '../state/observable';
import type { Database } from '../storage/database';
import type { Tabs } from '../tabs/tabs';
import { isOpen, type LocalRequest, merge, type NewHelpRequest, phaseOf, type ServerRequest } from './model';

/** What a person can say of a request that goes its way. */
type Said = Pick<LocalRequest, 'stillNeededAt' | 'satisfaction' | 'unrated'>;

export interface HelpRequestsOptions {
  api: MessengerApi;
  session: Session;
  outbox: Outbox;
  database: Database;
  tabs: Tabs;
  /** Whether this tab is the one that sends. */
  leading: () => boolean;
}

export class HelpRequests extends Observable {
  private known: LocalRequest[] = [];
  private working = false;
  private workAgain = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends with everything that is being written now. */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: HelpRequestsOptions) {
    super();
    options.tabs.hear(({ about }) => {
      if (about === 'requests') void this.load();
    });
  }

  async load(): Promise<void> {
    let known: LocalRequest[];
    let written: Promise<unknown>;
    do {
      written = this.writing;
      await written;
      known = await this.options.database.all<LocalRequest>('requests');
      // What began to be written meanwhile is not in what was read.
    } while (written !== this.writing);
    this.known = known;
    this.changed();
    for (const { key } of this.known) await this.adopt(key);
    this.work();
  }

  /** Words that were still being kept while their request got a conversation go there, too. */
  async adopt(key: string): Promise<void> {
    const { outbox } = this.options;
    const conversation = this.known.find((local) => local.key === key)?.conversation;
    if (conversation && conversation !== key && outbox.of(key).length > 0) {
      await outbox.move(key, conversation);
    }
  }

  /** The newest first. */
  get all(): LocalRequest[] {
    return [...this.known].sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
  }

  get(key: string): LocalRequest | undefined {
    return (
      this.known.find((local) => local.key === key) ?? this.known.find((local) => local.request?.id === key)
    );
  }

  ofConversation(conversation: string): LocalRequest | undefined {
    return this.known.find((local) => local.conversation === conversation || local.key === conversation);
  }

  /** The one that is open at an event; the server allows no second one. */
  openAt(event: string): LocalRequest | undefined {
    return this.all.find((local) => local.event === event && isOpen(local));
  }

  get anyOpen(): boolean {
    return this.known.some(isOpen);
  }

  /** Whether messages of this conversation have somewhere to go: not before its request was taken in. */
  sendable(conversation: string): boolean {
    return this.known.some((local) => local.conversation === conversation);
  }

  /**
   * Keeps a call for help, then sends it. When this resolves it survives the end of the app. `instead` is a refused
   * one that it stands for, together with the messages that were written to it.
   */
  async ask(body: NewHelpRequest, instead?: string): Promise<LocalRequest> {
    const open = this.openAt(body.event);
    if (open) return open;
    const local: LocalRequest = {
      key: uuidV7(),
      event: body.event,
      body,
      writtenAt: new Date().toISOString(),
      state: 'unsent',
    };
    const refused = this.known.find(({ key, state }) => key === instead && state === 'refused');
    if (refused) await this.replace(refused, local);
    else await this.keep(local);
    this.work();
    return local;
  }

  /** In one step, here and on the disk: the one request instead of the other, with the messages of both. */
  private async replace(refused: LocalRequest, local: LocalRequest): Promise<void> {
    const { outbox, database, tabs } = this.options;
    this.known = [...this.known.filter((other) => other !== refused), local];
    await this.write(
      outbox.move(refused.key, local.key, (moved) =>
        database.write(
          { table: 'requests', remove: [refused.key], put: [local] },
          { table: 'outbox', put: moved },
        ),
      ),
    );
    tabs.tell({ about: 'outbox' });
    this.told();
  }

  async cancel(key: string): Promise<void> {
    const local = this.get(key);
    if (!local || !isOpen(local)) return;
    await this.keep({ ...local, cancelling: true });
    this.work();
  }

  /** Keeps what the person says besides: that they still need help, how it was. What the server should know, it is told. */
  async note(key: string, said: Said): Promise<void> {
    const local = this.get(key);
    if (local) await this.keep({ ...local, ...said });
    this.work();
  }

  /** Offers a refused call for help again, as a new one. */
  async askAgain(key: string): Promise<LocalRequest | undefined> {
    const local = this.get(key);
    return local?.body && local.state === 'refused' ? this.ask(local.body, local.key) : undefined;
  }

  /** The server said something about a request, perhaps one that another device made. */
  async heard(request: ServerRequest): Promise<void> {
    const known = this.known.find((local) => local.request?.id === request.id || isAnswerTo(local, request));
    const local = known ?? {
      key: request.id,
      event: request.event,
      writtenAt: request.opened_at,
      state: 'sent' as const,
    };
    await this.accept(local, request);
  }

  async place({ request, place, estimated_seconds }: PlaceFrame): Promise<void> {
    const local = this.known.find((one) => one.request?.id === request);
    if (local?.request?.status !== 'waiting') return;
    await this.keep({ ...local, request: { ...local.request, place, estimated_seconds } });
  }

  /** Reads what the server knows of this person's calls for help: after signing in, and for the history. */
  async refresh(): Promise<void> {
    const { api } = this.options;
    for (let after: string | undefined; ; ) {
      const page = await answer(
        api.GET('/messenger/v1/help-requests', { params: { query: { after, limit: 100 } } }),
      );
      for (const request of page.items) await this.heard(request);
      if (!page.next) return;
      after = page.next;
    }
  }

  /** The person who asked is not known to the server any more: nothing of theirs is open. */
  async end(): Promise<void> {
    for (const { key } of [...this.known]) {
      const local = this.latest(key);
      if (local?.state !== 'sent' || !local.request || !isOpen(local)) continue;
      await this.keep({ ...local, cancelling: false, request: { ...local.request, status: 'expired' } });
    }
  }

  /** Another person uses this phone: what was not sent yet may stay, the rest is not theirs. */
  async disown(everything: boolean): Promise<void> {
    const kept = this.known.filter((local) => !everything && local.state === 'unsent');
    const gone = this.known.filter((local) => !kept.includes(local)).map((local) => local.key);
    this.known = kept;
    await this.write(this.options.database.write({ table: 'requests', remove: gone }));
    this.told();
  }

  /** A guest who deletes everything cannot come back: nobody should go and look for them. */
  async withdraw(): Promise<void> {
    const waiting = this.known.filter((local) => phaseOf(local) === 'waiting');
    const calls = waiting.map(async ({ request }) => {
      const params = { path: { id: request?.id ?? '' } };
      await answer(this.options.api.DELETE('/messenger/v1/help-requests/{id}', { params }));
    });
    await Promise.allSettled(calls);
  }

  /** Sends what waits to be sent. Called by itself; call it when the network may be back. */
  work(): void {
    if (!this.options.leading()) return;
    if (this.working) {
      this.workAgain = true;
      return;
    }
    clearTimeout(this.timer);
    void this.workOff();
  }

  private async workOff(): Promise<void> {
    this.working = true;
    this.workAgain = false;
    try {
      for (const { key } of [...this.known]) {
        const local = this.latest(key);
        if (local?.state === 'unsent') await this.send(local);
        else if (local?.cancelling) await this.sendCancel(local);
        else if (local?.satisfaction) await this.tellSatisfaction(local);
      }
      this.failures = 0;
    } catch (error) {
      const wait = error instanceof ProblemError ? (error.retryAfterMs ?? 0) : 0;
      this.timer = setTimeout(() => this.work(), wait + fullJitter(this.failures++));
    }
    this.working = false;
    if (this.workAgain) this.work();
  }

  private async send(unsent: LocalRequest): Promise<void> {
    const { session, api } = this.options;
    const { body, key } = unsent;
    if (!body) return;
    if (unsent.cancelling && !unsent.attempted) {
      await this.keep({ ...unsent, state: 'dropped' });
      return;
    }
    await session.ensure();
    // Details to share must be known before they are shared; refused ones must not stop a call for help.
    await session.saveProfile().catch((error) => {
      if (isTemporary(error)) throw error;
    });
    const known = this.latest(key);
    if (!known) return;
    await this.keep({ ...known, attempted: true });
    const params = { header: { 'Idempotency-Key': key } };
    try {
      const opened = await answer(api.POST('/messenger/v1/help-requests', { params, body }));
      // The live connection may have been quicker, and know that somebody is there already.
      const latest = this.latest(key);
      if (latest) await this.accept(latest, { ...opened, status: latest.request?.status ?? opened.status });
    } catch (error) {
      if (isTemporary(error) || !(error instanceof ProblemError)) throw error;
      const latest = this.latest(key);
      if (latest) await this.refused(latest, error);
    }
    const accepted = this.latest(key);
    if (accepted?.cancelling && accepted.state === 'sent') await this.sendCancel(accepted);
  }

  private async refused(local: LocalRequest, error: ProblemError): Promise<void> {
    const { id, conversation } = error.problem as { id?: string; conversation?: string };
    if (error.code === 'already_open' && id && conversation) {
      await this.joinOpen(local, id, conversation);
    } else if (error.status === 401) throw error;
    else {
      const refusal = { code: error.code, detail: error.message };
      await this.keep({ ...local, state: 'refused', refusal });
    }
  }

  /** Another device asked already: the words go to the conversation that is open. */
  private async joinOpen(local: LocalRequest, id: string, conversation: string): Promise<void> {
    const { outbox } = this.options;
    await outbox.putBack([
      {
        client_id: local.key,
        conversation,
        body: { kind: 'text', text: local.body?.text ?? '' },
        location: local.body?.location ?? undefined,
        written_at: local.writtenAt,
        order: 0,
      },
    ]);
    await this.accept({ ...local, body: undefined }, { id, conversation, status: 'waiting' });
    const params = { path: { id } };
    const call = this.options.api.GET('/messenger/v1/help-requests/{id}', { params });
    await answer(call).then((request) => this.latest(local.key) && this.heard(request));
  }

  private async tellSatisfaction(local: LocalRequest): Promise<void> {
    const told = await tellSatisfaction(this.options.api, local, () => this.latest(local.key) ?? local);
    if (this.latest(local.key)) await this.keep(told);
  }

  private async sendCancel(local: LocalRequest): Promise<void> {
    const { api } = this.options;
    const { request } = local;
    if (!request) return;
    const params = { path: { id: request.id } };
    try {
      await answer(api.DELETE('/messenger/v1/help-requests/{id}', { params }));
      const latest = this.latest(local.key);
      if (latest) await this.keep(merge(latest, { ...request, status: 'cancelled' }));
    } catch (error) {
      if (isTemporary(error) || !(error instanceof ProblemError)) throw error;
      const latest = this.latest(local.key);
      if (!latest) return;
      await this.keep({ ...latest, cancelling: false });
      const fresh = api.GET('/messenger/v1/help-requests/{id}', { params });
      await answer(fresh).then(
        (said) => this.latest(local.key) && this.heard(said),
        () => undefined,
      );
    }
  }

  /** The server has it: from now on messages written for its key go to its conversation. */
  private async accept(local: LocalRequest, said: LocalRequest['request']): Promise<void> {
    const accepted = merge(local, said);
    const same = this.known.filter(
      (other) => other.key !== accepted.key && other.request?.id === accepted.request?.id,
    );
    this.known = this.known.filter((other) => !same.includes(other));
    await this.keep(
      accepted,
      same.map((other) => other.key),
    );
    if (accepted.conversation) await this.options.outbox.move(accepted.key, accepted.conversation);
  }

  /**
   * What is known by now: it may have been cancelled, or answered by a frame, while a call was on its way. Nothing when
   * its person left this phone meanwhile; then nothing of it is written any more.
   */
  private latest(key: string): LocalRequest | undefined {
    return this.known.find((local) => local.key === key);
  }

  private async keep(local: LocalRequest, remove: string[] = []): Promise<void> {
    const known = this.known.some((other) => other.key === local.key);
    const others = this.known.map((other) => (other.key === local.key ? local : other));
    this.known = known ? others : [...this.known, local];
    await this.write(this.options.database.write({ table: 'requests', remove, put: [local] }));
    this.told();
  }

  /** Lets a reading know that what it read may be older than what this tab knows. */
  private write<T>(writing: Promise<T>): Promise<T> {
    this.writing = Promise.allSettled([this.writing, writing]);
    return writing;
  }

  private told(): void {
    this.options.tabs.tell({ about: 'requests' });
    this.changed();
  }
}

/** The live connection may bring a request before the call that made it was answered. */
function isAnswerTo(local: LocalRequest, request: ServerRequest): boolean {
  const { body } = local;
  if (local.state !== 'unsent' || !local.attempted || !body) return false;
  return body.event === request.event && body.text === request.text && body.category === request.category;
}
