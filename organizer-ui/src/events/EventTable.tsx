import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Event } from '../api/types';
import { span } from '../texts/formats';
import { EventStateChip } from './EventStateChip';

/** Events as rows; each row leads to its event. */
export function EventTable({ events }: { events: readonly Event[] }) {
  const { t, i18n } = useTranslation('events');
  const wide = { display: { xs: 'none', md: 'table-cell' } };
  const middle = { display: { xs: 'none', sm: 'table-cell' } };
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableCell>{t('list.name')}</TableCell>
          <TableCell sx={middle}>{t('list.when')}</TableCell>
          <TableCell sx={wide}>{t('list.where')}</TableCell>
          <TableCell>{t('list.code')}</TableCell>
          <TableCell>{t('list.status')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow
            key={event.id}
            sx={{
              position: 'relative',
              '&:hover': { bgcolor: 'action.hover' },
              '&:last-child td': { borderBottom: 0 },
            }}
          >
            <TableCell sx={{ fontWeight: 600 }}>
              <Link
                component={RouterLink}
                to={`/events/${event.id}`}
                color="inherit"
                underline="none"
                sx={{ fontWeight: 600, '&::after': { content: '""', position: 'absolute', inset: 0 } }}
              >
                {event.name}
              </Link>
            </TableCell>
            <TableCell sx={{ ...middle, color: 'text.secondary' }}>
              {span(event.starts_at, event.ends_at, i18n.language)}
            </TableCell>
            <TableCell sx={{ ...wide, color: 'text.secondary' }}>{event.address}</TableCell>
            <TableCell>
              <Box component="code" sx={{ fontFamily: 'inherit', fontWeight: 650, letterSpacing: '0.06em' }}>
                {event.code}
              </Box>
            </TableCell>
            <TableCell>
              <EventStateChip event={event} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
