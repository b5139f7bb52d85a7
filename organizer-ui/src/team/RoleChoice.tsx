import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';
import type { Role } from '../api/types';

interface Props {
  label: string;
  role: Role;
  roles: readonly Role[];
  onChange: (role: Role) => void;
}

/** A role out of those that may be given, each with what it means. */
export function RoleChoice({ label, role, roles, onChange }: Props) {
  const { t } = useTranslation(['team', 'common']);
  return (
    <Select<Role>
      size="small"
      value={role}
      aria-label={label}
      renderValue={(value) => t(`common:account.role.${value}`)}
      onChange={(event) => onChange(event.target.value as Role)}
      MenuProps={{ disablePortal: true }}
      slotProps={{ input: { 'aria-label': label } }}
      sx={{ minWidth: { xs: 108, sm: 128 }, minHeight: 36 }}
    >
      {roles.map((option) => (
        <MenuItem key={option} value={option}>
          <Box>
            <Box>{t(`common:account.role.${option}`)}</Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t(`roleHint.${option}`)}</Box>
          </Box>
        </MenuItem>
      ))}
    </Select>
  );
}
