import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event, HelpRequest } from '../../api/types';
import { useMember } from '../../sessions/useSession';
import { LimitNote } from '../availability/LimitNote';
import { useAvailability } from '../availability/useAvailability';
import { useDesk, useMyConversations, useRequests } from '../client/hooks';
import { holds } from '../flow/rules';
import { ListHeading } from '../layout/ListHeading';
import { VirtualList } from '../layout/VirtualList';
import { useNameOf } from '../names';
import { matches } from '../search';
import { RequestItem } from './RequestItem';
import { Rest } from './Rest';
import { byEvent, nextOf } from './rules';
import { useTake } from './useTake';

const idOf = (request: HelpRequest) => request.id;
const pathOf = (request: HelpRequest) => `/desk/requests/${request.id}`;

/** Who waits, event by event, in the order in which they are helped. */
export function QueueList({ events, text = '' }: { events: readonly Event[]; text?: string }) {
  const { t } = useTranslation('desk');
  const id = useId();
  const desk = useDesk();
  const requests = useRequests();
  const mine = useMyConversations();
  const { id: me } = useMember();
  const take = useTake();
  const { mutate } = take;
  const onTake = useCallback((request: HelpRequest) => mutate({ request }), [mutate]);
  const { data: availability } = useAvailability();
  const ids = useMemo(() => events.map((event) => event.id), [events]);
  const nameOf = useNameOf();
  const groups = useMemo(() => {
    const named = (request: HelpRequest) => [
      nameOf(request.participant),
      request.text,
      t(`category.${request.category}`),
    ];
    const found = text ? requests.filter((request) => matches(named(request), text)) : requests;
    return byEvent(found, ids);
  }, [requests, ids, text, nameOf, t]);
  const zones = useMemo(
    () => new Map(events.flatMap((event) => event.zones.map((zone) => [zone.id, zone.name] as const))),
    [events],
  );
  const busy = take.isPending;
  const render = useCallback(
    (request: HelpRequest) => (
      <RequestItem
        request={request}
        zone={request.zone ? zones.get(request.zone) : undefined}
        busy={busy}
        onTake={onTake}
      />
    ),
    [zones, busy, onTake],
  );
  const waiting = ids.reduce((sum, event) => sum + desk.queues.store.waitingAt(event), 0);
  const next = nextOf(requests, ids);
  const empty = text
    ? 'list.nothingFound'
    : events.length === 0
      ? 'list.noEvents'
      : availability?.capacity === 0
        ? 'list.queueEmptyOff'
        : 'list.queueEmpty';
  return (
    <section aria-labelledby={id}>
      <ListHeading id={id} title={t('list.queue')} count={waiting}>
        {next && (
          <Button
            size="small"
            disabled={take.isPending}
            onClick={() => take.mutate({ next: next.event })}
            aria-keyshortcuts="t"
          >
            {t('list.takeNext')}
          </Button>
        )}
      </ListHeading>
      {groups.length > 0 && availability && availability.capacity > 0 && (
        <Box sx={{ px: 1, pb: 1, '&:empty': { display: 'none' } }}>
          <LimitNote
            active={mine.filter(({ state }) => holds(state, me)).length}
            capacity={availability.capacity}
          />
        </Box>
      )}
      {groups.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1.25, pb: 2 }}>
          {t(empty)}
        </Typography>
      )}
      {groups.map((group) => {
        const event = events.find((candidate) => candidate.id === group.event);
        const count = desk.queues.store.waitingAt(group.event);
        const hidden = text ? 0 : count - group.requests.length;
        return (
          <Box key={group.event} sx={{ pb: 1 }}>
            {events.length > 1 && (
              <Typography variant="body2" color="textSecondary" sx={{ px: 1.25, py: 0.5, fontWeight: 550 }}>
                {t('list.waitingIn', { event: event?.name, count })}
              </Typography>
            )}
            <VirtualList items={group.requests} keyOf={idOf} pathOf={pathOf} render={render} />
            {hidden > 0 && <Rest event={group.event} count={hidden} />}
          </Box>
        );
      })}
    </section>
  );
}
