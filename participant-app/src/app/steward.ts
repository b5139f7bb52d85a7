/** Puts the app together: what it knows, what it keeps, and its connection. */
import {
  answer,
  createAuthApi,
  createCoreApi,
  createMessengerApi,
  type MessengerApi,
} from '@steward/client-kit/api';
import { liveUrl, type Message, type Socket } from '@steward/client-kit/live';
import { Outbox, type OutboxEntry } from '@steward/client-kit/outbox';
import { Replica, type ReplicaOptions } from '@steward/client-kit/replica';
import { Announcements } from '../announcements/announcements';
import { Attachments } from '../attachments/attachments';
import { forgetFiles } from '../attachments/shelf';
import { Conversations, Drafts } from '../conversations/conversations';
import { Typing } from '../conversations/typing';
import { Events } from '../events/events';
import { HelpRequests } from '../help-requests/requests';
import { Link } from '../link/link';
import { LiveLocation } from '../live-location/live-location';
import { type Leaving, Session } from '../session/session';
import type { Database } from '../storage/database';
import { openDatabase } from '../storage/indexeddb';
import { StorageState } from '../storage/state';
import { OutboxTable, ReplicaTables } from '../storage/stores';
import { Tabs } from '../tabs/tabs';

export interface Steward {
  session: Session;
  events: Events;
  requests: HelpRequests;
  liveLocation: LiveLocation;
  announcements: Announcements;
  attachments: Attachments;
  conversations: Conversations;
  replica: Replica;
  outbox: Outbox;
  typing: Typing;
  drafts: Drafts;
  link: Link;
  storage: StorageState;
}

export interface StewardOptions {
  /** Where the services are; the page's own origin. */
  origin: string;
  locale: () => string;
  database?: Database;
  fetch?: typeof fetch;
  openSocket?: (url: string, protocol: string) => Socket;
}

/** A call for updates waits up to 25 s for something new. */
const POLL_TIMEOUT_MS = 40_000;
/** How many messages are read at once. */
const PAGE = 200;

/** Reads what the phone kept, and connects. */
export async function begin(options: StewardOptions): Promise<Steward> {
  const { origin: baseUrl, fetch, openSocket } = options;
  const database = options.database ?? (await openDatabase());
  const storage = new StorageState(database);
  const tabs = new Tabs(!database.loss);
  const session = new Session(createAuthApi({ baseUrl, fetch }), database, tabs, options.locale);
  // Before the parts that need each other: other tabs may speak to them as soon as this one waits for anything.
  await session.load();
  const person = session.participant?.id;
  const calls = { baseUrl, fetch, token: session.bearer, tokenRefused: session.refused };
  const messenger = createMessengerApi(calls);
  const pollApi = createMessengerApi({ ...calls, timeoutMs: POLL_TIMEOUT_MS });
  const events = new Events(createCoreApi({ baseUrl, fetch }), database, tabs);
  const drafts = new Drafts(database);
  const typing = new Typing();
  const touched = () => {
    conversations.touched();
    announcements.touched();
  };

  const sendable = (conversation: string) =>
    requests.sendable(conversation) && !replica.renewing(conversation);
  const outbox: Outbox = new Outbox({
    store: new OutboxTable(database, () => tabs.tell({ about: 'outbox' })),
    send: (frame) => link.send(frame),
    sendable,
    fileOf: (id) => attachments.sent(id),
    onChange: (conversation) => {
      touched();
      attachments.work();
      void requests.adopt(conversation);
    },
  });
  const replica: Replica = new Replica({
    store: new ReplicaTables(database, (id) => tabs.tell({ about: 'conversation', id })),
    ...readers(messenger),
    onChange: (conversation) => {
      touched();
      link.reached(conversation);
    },
    onLost: (messages) => outbox.putBack(messages.map(entryOf)),
    person: () => {
      const id = session.participant?.id;
      return id ? { id, kind: 'participant' } : undefined;
    },
  });
  const conversations = new Conversations(replica, outbox, () => session.participant?.id);
  const calling = { api: messenger, session, leading: () => link.leading };
  const requests: HelpRequests = new HelpRequests({ ...calling, outbox, database, tabs });
  const ready = (conversation: string) => link.canCall && sendable(conversation);
  const attachments = new Attachments({ api: messenger, outbox, ready, onProgress: touched });
  const announcements: Announcements = new Announcements({ ...calling, events, replica });
  const liveLocation: LiveLocation = new LiveLocation({
    ...{ database, tabs, requests, conversations },
    tell: (conversation, location) => link.locate(conversation, location),
    stop: (id) =>
      answer(messenger.DELETE('/messenger/v1/conversations/{id}/location', { params: { path: { id } } })),
  });

  session.onPersonLeaves = (why) =>
    clearUp(why, { database, replica, requests, outbox, events, drafts, link });

  const parts = { session, outbox, replica, requests, announcements, liveLocation, typing, tabs };
  const link = new Link({ ...parts, url: liveUrl(baseUrl), api: messenger, pollApi, openSocket });
  tabs.hear((message) => {
    if (message.about === 'outbox') void outbox.load();
    else if (message.about === 'conversation') void replica.reload(message.id);
  });
  await Promise.all([events.load(), replica.load(), outbox.load(), requests.load()]);
  await liveLocation.load();
  followPerson(session, person, async () => {
    replica.clear();
    await Promise.all([replica.load(), requests.load()]);
    link.reconnect();
    touched();
    if (session.participant?.guest === false) await requests.refresh().catch(() => undefined);
  });
  session.subscribe(() => {
    // Nobody comes back as a guest that has ended: the way to ask again is open at once.
    if (session.ended && session.participant?.guest) void requests.end();
  });
  link.subscribe(() => attachments.work());
  link.start();
  announcements.start();
  storage.onceLost(() => {
    // What this tab has, the others cannot see any more: it speaks for itself.
    tabs.leave();
    link.lead();
  });
  storage.guard(() => outbox.pending || requests.anyOpen);
  return { ...parts, events, attachments, conversations, drafts, link, storage };
}

/** How the replica reads what no frame brought. */
function readers(messenger: MessengerApi): Pick<ReplicaOptions, 'read' | 'readState'> {
  return {
    read: async (id, after_seq) => {
      const params = { path: { id }, query: { after_seq, limit: PAGE } };
      const call = messenger.GET('/messenger/v1/conversations/{id}/messages', { params });
      return (await answer(call)).items;
    },
    readState: (id) =>
      answer(messenger.GET('/messenger/v1/conversations/{id}', { params: { path: { id } } })),
  };
}

type Belongings = Pick<Steward, 'replica' | 'requests' | 'outbox' | 'events' | 'drafts' | 'link'> & {
  database: Database;
};

/** Another person is to use this phone: what belongs to the one before goes, or is closed. */
async function clearUp(why: Leaving, belongings: Belongings) {
  const { database, replica, requests, outbox, events, drafts, link } = belongings;
  if (why === 'session ended') {
    // A guest whose session ended goes on as a new guest: what was seen stays readable.
    for (const { id } of replica.copies()) await replica.disown(id);
    await requests.end();
    return;
  }
  // Nothing more of theirs comes in here; whoever is next gets a connection of their own.
  link.pause();
  await forgetFiles();
  await database.clear('states', 'messages');
  await database.write({ table: 'meta', remove: ['epoch'] });
  await requests.disown(why === 'signed out');
  await outbox.clear(({ conversation }) => requests.get(conversation) === undefined);
  if (why === 'signed out') await Promise.all([events.forget(), drafts.clear()]);
}

/** Another person than this one, in this tab or another one: what is in memory is not theirs. */
function followPerson(session: Session, person: string | undefined, onChange: () => Promise<void>): void {
  let known = person;
  const look = () => {
    if (session.participant?.id === known) return;
    known = session.participant?.id;
    void onChange();
  };
  session.subscribe(look);
  // It may have changed while everything was read.
  look();
}

/** A message of ours that the server lost becomes something to be sent again. */
function entryOf(message: Message): OutboxEntry {
  const { client_id, conversation, body, reply_to, location, at } = message;
  return {
    client_id,
    conversation,
    body,
    reply_to: reply_to ?? undefined,
    location: location ?? undefined,
    written_at: at,
    order: 0,
  };
}
