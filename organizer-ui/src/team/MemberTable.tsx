import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { UserRoundMinus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../api/types';
import { ConfirmDialog } from '../components/ConfirmDialog';
import { OnlyHeard } from '../components/OnlyHeard';
import { PersonAvatar } from '../components/PersonAvatar';
import { manages } from '../sessions/rules';
import { date } from '../texts/formats';
import { RoleChoice } from './RoleChoice';
import { inOrder, rolesFor } from './rules';
import { useRemoval, useRoleChange } from './useTeam';

interface Props {
  members: readonly Member[];
  me: Member;
}

/** The team as rows. */
export function MemberTable({ members, me }: Props) {
  const { t, i18n } = useTranslation('team');
  const [removing, setRemoving] = useState<Member | null>(null);
  const removal = useRemoval();
  const wide = { display: { xs: 'none', md: 'table-cell' } };
  return (
    <>
      <Table>
        <TableHead>
          <TableRow>
            <TableCell>{t('name')}</TableCell>
            <TableCell sx={wide}>{t('phone')}</TableCell>
            <TableCell>{t('role')}</TableCell>
            <TableCell sx={wide}>{t('since')}</TableCell>
            {manages(me) && (
              <TableCell align="right">
                <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
                  {t('actions')}
                </Box>
                <Box sx={{ display: { sm: 'none' } }}>
                  <OnlyHeard>{t('actions')}</OnlyHeard>
                </Box>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {inOrder(members, i18n.language).map((member) => (
            <MemberRow key={member.id} member={member} me={me} onRemove={() => setRemoving(member)} />
          ))}
        </TableBody>
      </Table>
      {removing && (
        <ConfirmDialog
          open
          destructive
          title={t('remove.title', { name: removing.name })}
          confirm={t('remove.confirm')}
          busy={removal.isPending}
          onCancel={() => setRemoving(null)}
          onConfirm={() => removal.mutate(removing, { onSettled: () => setRemoving(null) })}
        >
          <Typography>{t('remove.text')}</Typography>
        </ConfirmDialog>
      )}
    </>
  );
}

interface RowProps {
  member: Member;
  me: Member;
  onRemove: () => void;
}

function MemberRow({ member, me, onRemove }: RowProps) {
  const { t, i18n } = useTranslation(['team', 'common']);
  const changeRole = useRoleChange();
  const roles = rolesFor(me, member);
  const wide = { display: { xs: 'none', md: 'table-cell' } };
  return (
    <TableRow sx={{ '&:last-child td': { borderBottom: 0 } }}>
      <TableCell>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Box sx={{ display: { xs: 'none', sm: 'block' }, lineHeight: 0 }}>
            <PersonAvatar id={member.id} name={member.name} size={36} />
          </Box>
          <Box sx={{ minWidth: 0 }}>
            <Box sx={{ fontWeight: 600 }}>
              {member.name}
              {member.id === me.id && (
                <Box component="span" sx={{ ml: 1, color: 'text.secondary', fontWeight: 400 }}>
                  {t('you')}
                </Box>
              )}
            </Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
              {member.email}
            </Box>
          </Box>
        </Box>
      </TableCell>
      <TableCell sx={wide}>{member.phone ?? '–'}</TableCell>
      <TableCell>
        {roles.length > 0 ? (
          <RoleChoice
            label={t('changeRole', { name: member.name })}
            role={member.role}
            roles={roles}
            onChange={(role) => changeRole(member, role)}
          />
        ) : (
          t(`common:account.role.${member.role}`)
        )}
      </TableCell>
      <TableCell sx={{ ...wide, whiteSpace: 'nowrap' }}>{date(member.created_at, i18n.language)}</TableCell>
      {manages(me) && (
        <TableCell align="right">
          {roles.length > 0 && (
            <Tooltip title={t('remove.action', { name: member.name })}>
              <IconButton aria-label={t('remove.action', { name: member.name })} onClick={onRemove}>
                <UserRoundMinus size={18} aria-hidden />
              </IconButton>
            </Tooltip>
          )}
        </TableCell>
      )}
    </TableRow>
  );
}
