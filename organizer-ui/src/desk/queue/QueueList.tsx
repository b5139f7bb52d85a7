import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event, HelpRequest } from '../../api/types';
import { LimitNote } from '../availability/LimitNote';
import { useAvailability } from '../availability/useAvailability';
import { useDesk, useMyConversations, useRequests } from '../client/hooks';
import { ListHeading } from '../layout/ListHeading';
import { RequestItem } from './RequestItem';
import { byEvent, nextOf } from './rules';
import { useTake } from './useTake';

/** Most requests of one event that are drawn; whoever is further down is not next. */
const MOST_DRAWN = 60;

/** Who waits, event by event, in the order in which they are helped. */
export function QueueList({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation('desk');
  const id = useId();
  const desk = useDesk();
  const requests = useRequests();
  const mine = useMyConversations();
  const take = useTake();
  const { mutate } = take;
  const onTake = useCallback((request: HelpRequest) => mutate({ request }), [mutate]);
  const { data: availability } = useAvailability();
  const ids = useMemo(() => events.map((event) => event.id), [events]);
  const groups = useMemo(() => byEvent(requests, ids), [requests, ids]);
  const zones = useMemo(
    () => new Map(events.flatMap((event) => event.zones.map((zone) => [zone.id, zone.name] as const))),
    [events],
  );
  const waiting = ids.reduce((sum, event) => sum + desk.queues.store.waitingAt(event), 0);
  const next = nextOf(requests, ids);
  const empty =
    events.length === 0
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
          <LimitNote active={mine.length} capacity={availability.capacity} />
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
        const hidden = count - Math.min(MOST_DRAWN, group.requests.length);
        return (
          <Box key={group.event} sx={{ pb: 1 }}>
            {events.length > 1 && (
              <Typography variant="body2" color="textSecondary" sx={{ px: 1.25, py: 0.5, fontWeight: 550 }}>
                {t('list.waitingIn', { event: event?.name, count })}
              </Typography>
            )}
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {group.requests.slice(0, MOST_DRAWN).map((request) => (
                <RequestItem
                  key={request.id}
                  request={request}
                  zone={request.zone ? zones.get(request.zone) : undefined}
                  busy={take.isPending}
                  onTake={onTake}
                />
              ))}
            </Box>
            {hidden > 0 && (
              <Typography variant="body2" color="textSecondary" sx={{ px: 1.25, py: 1 }}>
                {t('list.more', { count: hidden })}
              </Typography>
            )}
          </Box>
        );
      })}
    </section>
  );
}
