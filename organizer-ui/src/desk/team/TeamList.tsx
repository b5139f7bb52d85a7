import Box from '@mui/material/Box';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event } from '../../api/types';
import { enlist } from '../layout/lists';
import { TeamItem } from './TeamItem';

/** Below the lists, always in sight: the teams of the desk's events. */
export function TeamList({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation('channel');
  const list = useRef<HTMLUListElement>(null);
  const paths = useMemo(() => events.map(({ id }) => `/desk/team/${id}`), [events]);
  useEffect(() => {
    const reveal = (index: number) => list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
    return list.current ? enlist(list.current, { paths, reveal }) : undefined;
  }, [paths]);
  if (events.length === 0) return null;
  return (
    <Box
      component="nav"
      aria-label={t('list')}
      sx={{
        flex: 'none',
        maxHeight: '34%',
        overflowY: 'auto',
        borderTop: '1px solid',
        borderColor: 'divider',
      }}
    >
      {events.length > 1 && (
        <Box component="h2" sx={{ m: 0, px: 2, pt: 1, fontSize: '0.875rem', fontWeight: 650 }}>
          {t('list')}
        </Box>
      )}
      <Box component="ul" ref={list} sx={{ listStyle: 'none', m: 0, p: 0.75 }}>
        {events.map(({ id, name }) => (
          <li key={id}>
            <TeamItem event={id} name={events.length > 1 ? name : undefined} />
          </li>
        ))}
      </Box>
    </Box>
  );
}
