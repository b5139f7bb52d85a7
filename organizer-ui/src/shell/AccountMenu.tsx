import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Divider from '@mui/material/Divider';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Keyboard, LogOut, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PersonAvatar } from '../components/PersonAvatar';
import { useSession } from '../sessions/useSession';
import { useSignOut } from '../sessions/useSignIn';
import { useShowShortcuts } from '../shortcuts/ShortcutProvider';
import { ThemeChoice } from './ThemeChoice';

/** Who one is, how things look, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const session = useSession();
  const signOut = useSignOut();
  const showShortcuts = useShowShortcuts();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const person = session?.member ?? session?.administrator;
  if (!person) return null;
  const role = t(`account.role.${session?.member?.role ?? 'administrator'}`);
  const close = () => setAnchor(null);
  return (
    <>
      <ButtonBase
        aria-label={t('account.open', { name: person.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ borderRadius: '50%', p: 0.75 }}
      >
        <PersonAvatar id={person.id} name={person.name} size={36} />
      </ButtonBase>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        disablePortal
        slotProps={{ paper: { sx: { width: 272 } } }}
      >
        <Box component="li" role="none" sx={{ px: 2, pt: 1, pb: 1.5 }}>
          <Box sx={{ fontWeight: 650 }}>{person.name}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
            {person.email}
          </Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {session?.member ? `${role} · ${session.member.organization_name}` : role}
          </Box>
        </Box>
        <Divider component="li" aria-hidden sx={{ my: '0 !important' }} />
        <ThemeChoice />
        {session?.member && (
          <MenuItem component={Link} to="/saved-replies" onClick={close}>
            <ListItemIcon>
              <MessageSquareText size={18} aria-hidden />
            </ListItemIcon>
            {t('account.savedReplies')}
          </MenuItem>
        )}
        <Divider component="li" aria-hidden sx={{ my: '0 !important' }} />
        <MenuItem
          onClick={() => {
            close();
            showShortcuts();
          }}
        >
          <ListItemIcon>
            <Keyboard size={18} aria-hidden />
          </ListItemIcon>
          <Box sx={{ flex: 1 }}>{t('account.shortcuts')}</Box>
          <Box component="kbd">?</Box>
        </MenuItem>
        <MenuItem onClick={() => signOut.mutate()}>
          <ListItemIcon>
            <LogOut size={18} aria-hidden />
          </ListItemIcon>
          {t('account.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
