import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const CHOICES = [
  { mode: 'system', icon: Monitor, text: 'account.themeSystem' },
  { mode: 'light', icon: Sun, text: 'account.themeLight' },
  { mode: 'dark', icon: Moon, text: 'account.themeDark' },
] as const;

/** Light, dark, or as the system has it. */
export function ThemeChoice(props: { autoFocus?: boolean; tabIndex?: number }) {
  const { t } = useTranslation();
  const { mode, setMode } = useColorScheme();
  return CHOICES.map(({ mode: choice, icon: Icon, text }) => (
    <MenuItem
      {...props}
      key={choice}
      role="menuitemradio"
      aria-checked={mode === choice}
      onClick={() => setMode(choice)}
    >
      <ListItemIcon>
        <Icon size={18} aria-hidden />
      </ListItemIcon>
      <span style={{ flex: 1 }}>{t(text)}</span>
      {mode === choice && <Check size={16} aria-hidden />}
    </MenuItem>
  ));
}
