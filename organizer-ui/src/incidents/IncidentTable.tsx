import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { Incident } from '../api/types';
import { PriorityLabel } from '../desk/queue/PriorityLabel';
import { useMemberNames } from '../team/useMemberNames';
import { dateTime } from '../texts/formats';
import { IncidentStatusChip } from './IncidentStatusChip';

/** Incidents as rows; each row leads to its incident. */
export function IncidentTable({ incidents }: { incidents: readonly Incident[] }) {
  const { t, i18n } = useTranslation('incidents');
  const nameOf = useMemberNames();
  const wide = { display: { xs: 'none', md: 'table-cell' } };
  const middle = { display: { xs: 'none', sm: 'table-cell' } };
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableCell>{t('list.name')}</TableCell>
          <TableCell>{t('field.status')}</TableCell>
          <TableCell sx={middle}>{t('field.priority')}</TableCell>
          <TableCell sx={wide}>{t('list.owner')}</TableCell>
          <TableCell sx={middle}>{t('list.people')}</TableCell>
          <TableCell sx={wide}>{t('field.created')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {incidents.map((incident) => (
          <TableRow
            key={incident.id}
            sx={{
              position: 'relative',
              '&:hover': { bgcolor: 'action.hover' },
              '&:last-child td': { borderBottom: 0 },
            }}
          >
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              <Link
                component={RouterLink}
                to={`/incidents/${incident.id}`}
                color="inherit"
                underline="none"
                sx={{ fontWeight: 600, '&::after': { content: '""', position: 'absolute', inset: 0 } }}
              >
                {incident.title}
              </Link>
            </TableCell>
            <TableCell>
              <IncidentStatusChip status={incident.status} />
            </TableCell>
            <TableCell sx={middle}>
              <PriorityLabel priority={incident.priority} />
            </TableCell>
            <TableCell sx={{ ...wide, color: 'text.secondary' }}>
              {incident.owner ? nameOf(incident.owner) : t('field.nobody')}
            </TableCell>
            <TableCell sx={{ ...middle, fontVariantNumeric: 'tabular-nums' }}>
              {incident.conversations.length}
            </TableCell>
            <TableCell sx={{ ...wide, color: 'text.secondary' }}>
              {dateTime(incident.created_at, i18n.language)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
