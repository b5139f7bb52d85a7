import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organization } from '../api/types';
import { date } from '../texts/formats';
import { BlockDialog } from './BlockDialog';
import { OrganizationActions } from './OrganizationActions';
import { OrganizationStatusChip } from './OrganizationStatusChip';
import { useStatusChange } from './useOrganizations';

/** Organizations as rows, each with what can be done about it. */
export function OrganizationTable({ organizations }: { organizations: readonly Organization[] }) {
  const { t } = useTranslation('organizations');
  const change = useStatusChange();
  const [blocking, setBlocking] = useState<Organization | null>(null);
  const wide = { display: { xs: 'none', md: 'table-cell' } };
  return (
    <>
      <Table>
        <TableHead>
          <TableRow>
            <TableCell>{t('list.name')}</TableCell>
            <TableCell sx={wide}>{t('list.owner')}</TableCell>
            <TableCell sx={wide}>{t('list.registered')}</TableCell>
            <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>{t('list.status')}</TableCell>
            <TableCell align="right">{t('list.actions')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {organizations.map((organization) => (
            <Row
              key={organization.id}
              organization={organization}
              busy={change.isPending && change.changing === organization.id}
              onApprove={() => change.set(organization, 'approved')}
              onBlock={() => setBlocking(organization)}
            />
          ))}
        </TableBody>
      </Table>
      <BlockDialog
        organization={blocking}
        onCancel={() => setBlocking(null)}
        onConfirm={(organization) => {
          setBlocking(null);
          change.set(organization, 'blocked');
        }}
      />
    </>
  );
}

interface RowProps {
  organization: Organization;
  busy: boolean;
  onApprove: () => void;
  onBlock: () => void;
}

function Row({ organization, busy, onApprove, onBlock }: RowProps) {
  const { t, i18n } = useTranslation('organizations');
  const { name, address, website, owner, created_at, status } = organization;
  const wide = { display: { xs: 'none', md: 'table-cell' } };
  return (
    <TableRow sx={{ '&:last-child td': { borderBottom: 0 } }}>
      <TableCell>
        <Box sx={{ fontWeight: 600 }}>{name}</Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {address}
          {website && (
            <>
              {' · '}
              <Link href={website} target="_blank" rel="noreferrer noopener">
                {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
              </Link>
            </>
          )}
        </Box>
        <Box sx={{ display: { sm: 'none' }, mt: 0.75 }}>
          <OrganizationStatusChip status={status} />
        </Box>
      </TableCell>
      <TableCell sx={wide}>
        {owner ? (
          <>
            <Box>{owner.name}</Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{owner.email}</Box>
          </>
        ) : (
          <Box sx={{ color: 'text.secondary' }}>{t('list.noOwner')}</Box>
        )}
      </TableCell>
      <TableCell sx={{ ...wide, whiteSpace: 'nowrap' }}>{date(created_at, i18n.language)}</TableCell>
      <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
        <OrganizationStatusChip status={status} />
      </TableCell>
      <TableCell align="right">
        <OrganizationActions
          name={name}
          status={status}
          busy={busy}
          onApprove={onApprove}
          onBlock={onBlock}
        />
      </TableCell>
    </TableRow>
  );
}
