import type { ReactNode } from 'react';
import type { HelpRequest } from '../api/types';
import { useShortcuts } from '../shortcuts/ShortcutProvider';
import { ContextIncidents } from './ContextIncidents';
import { useIncidentDialogs } from './useIncidentDialogs';

/** What an open conversation has to do with incidents: a part of its details, dialogs, and keys that open them. */
export function useConversationIncidents(request: HelpRequest | null | undefined): {
  section: ReactNode;
  dialogs: ReactNode;
} {
  const { create, link, dialogs } = useIncidentDialogs(request ? [request] : []);
  useShortcuts({ o: create, l: link });
  const section = request && (
    <ContextIncidents conversation={request.conversation} onCreate={create} onLink={link} />
  );
  return { section, dialogs };
}
