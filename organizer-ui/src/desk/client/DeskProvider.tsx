import { uuidV7 } from '@steward/client-kit/ids';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useEffect, useState } from 'react';
import { Drafts } from '../conversations/drafts';
import { deskCalls } from './calls';
import { Changes } from './changes';
import { DeskClient } from './desk-client';
import type { Alarm } from './options';
import { outboxStoreOf } from './outbox-store';
import { useRevival } from './useRevival';

export interface DeskContextValue {
  client: DeskClient;
  drafts: Drafts;
  /** Tells listeners of `alarm` about each one. */
  onAlarm: (listener: (alarm: Alarm) => void) => () => void;
}

export const DeskContext = createContext<DeskContextValue | null>(null);

const DEVICE_KEY = 'steward.device';

/** Names this browser to the services, which count limits for it. */
function device(): string {
  const known = localStorage.getItem(DEVICE_KEY);
  if (known) return known;
  const fresh = `dashboard-${uuidV7()}`;
  localStorage.setItem(DEVICE_KEY, fresh);
  return fresh;
}

function createDesk(member: string): DeskContextValue {
  const changes = new Changes();
  let latest: Alarm | null = null;
  const client = new DeskClient({
    me: member,
    device: device(),
    calls: deskCalls,
    outboxStore: outboxStoreOf(member),
    onAlarm: (alarm) => {
      latest = alarm;
      changes.emit('alarm');
    },
  });
  return {
    client,
    drafts: new Drafts(member),
    onAlarm: (listener) => changes.on('alarm', () => latest && listener(latest)),
  };
}

interface Props {
  member: string;
  children: ReactNode;
}

/** Keeps the live client of a member connected as long as they are signed in, on whatever page they are. */
export function DeskProvider({ member, children }: Props) {
  const [desk] = useState(() => createDesk(member));
  const queries = useQueryClient();
  useEffect(() => {
    const { client } = desk;
    const wake = () => document.visibilityState === 'visible' && client.wake();
    const online = () => client.wake();
    const offline = () => client.lost();
    client.start();
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      document.removeEventListener('visibilitychange', wake);
      client.stop();
    };
  }, [desk]);
  useRevival(desk.client);
  useEffect(() => {
    let lost = false;
    return desk.client.changes.on('connection', () => {
      const { phase } = desk.client.connection();
      const reached = phase === 'live' || phase === 'polling';
      if (reached && lost) void queries.invalidateQueries();
      lost = !reached && (lost || phase === 'waiting');
    });
  }, [desk, queries]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}
