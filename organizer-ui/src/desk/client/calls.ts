/** The calls that the desk's client makes beside its socket. */

import { answer, createMessengerApi } from '@steward/client-kit/api';
import type { AckFrame, Position, SendFrame, ServerFrame, Token } from '@steward/client-kit/live';
import { ProblemError } from '@steward/client-kit/problem';
import { attachmentReader, type Size, type UploadCalls, uploadCalls } from '@steward/client-kit/uploads';
import { keeper, messenger } from '../../api/clients';
import type { Conversation, HelpRequest, Message, Page } from '../../api/types';
import { SignedOut } from '../../sessions/keeper';
import { HISTORY_PAGE } from './history';

/** Updates wait up to 25 s for the first news; an answer later than this is none. */
const UPDATES_TIMEOUT_MS = 40_000;
/** Most requests of a queue that come by themselves, and in one page of the rest. */
export const MOST_LISTED = 200;

export interface DeskCalls {
  token(): Promise<Token | undefined>;
  tokenRefused(token: string): void;
  conversation(id: string): Promise<Conversation>;
  /** The notes beside a help conversation, if there are any. */
  notes(help: string): Promise<Conversation | undefined>;
  /** The same, made when there are none yet. */
  openNotes(help: string): Promise<Conversation>;
  /** The channel of an event's team, made when there is none yet. */
  openTeam(event: string): Promise<Conversation>;
  after(conversation: string, seq: number): Promise<Message[]>;
  before(conversation: string, seq: number): Promise<Message[]>;
  /** A page of those who wait at an event, in the order of the queue. */
  waiting(event: string, after?: string): Promise<Page<HelpRequest>>;
  post(frame: SendFrame): Promise<Omit<AckFrame, 'type'>>;
  updates(positions: Position[]): Promise<ServerFrame[]>;
  uploads: UploadCalls;
  file(id: string, size: Size): Promise<Blob>;
}

const patient = createMessengerApi({
  token: keeper.accessToken,
  tokenRefused: keeper.dropToken,
  timeoutMs: UPDATES_TIMEOUT_MS,
});
const NOTES = '/messenger/v1/conversations/{id}/notes';
const TEAM = '/messenger/v1/events/{id}/team';
const MESSAGES = '/messenger/v1/conversations/{id}/messages';

async function read(
  id: string,
  query: { after_seq?: number; before_seq?: number; limit: number },
): Promise<Message[]> {
  return (await answer(messenger.GET(MESSAGES, { params: { path: { id }, query } }))).items;
}

export const deskCalls: DeskCalls = {
  async token() {
    try {
      return await keeper.freshToken();
    } catch (error) {
      if (error instanceof SignedOut) return undefined;
      throw error;
    }
  },
  tokenRefused: keeper.dropToken,
  conversation: (id) =>
    answer(messenger.GET('/messenger/v1/conversations/{id}', { params: { path: { id } } })),
  async notes(id) {
    try {
      return await answer(messenger.GET(NOTES, { params: { path: { id } } }));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 404) return undefined;
      throw error;
    }
  },
  openNotes: (id) => answer(messenger.PUT(NOTES, { params: { path: { id } } })),
  openTeam: (id) => answer(messenger.PUT(TEAM, { params: { path: { id } } })),
  after: (id, seq) => read(id, { after_seq: seq, limit: 500 }),
  before: (id, seq) => read(id, { before_seq: seq, limit: HISTORY_PAGE }),
  waiting(event, after) {
    const query = { event, status: 'waiting', order: 'queue', after, limit: MOST_LISTED } as const;
    return answer(messenger.GET('/messenger/v1/help-requests', { params: { query } }));
  },
  post: ({ conversation, client_id, previous, body, reply_to, location }) =>
    answer(
      messenger.POST(MESSAGES, {
        params: { path: { id: conversation } },
        body: { client_id, previous, body, reply_to, location },
      }),
    ),
  async updates(positions) {
    const { frames } = await answer(patient.POST('/messenger/v1/updates', { body: { positions } }));
    return frames as ServerFrame[];
  },
  uploads: uploadCalls(messenger),
  file: attachmentReader(messenger),
};
