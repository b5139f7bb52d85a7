import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';

const KEY = 'steward.details';

/** Whether the details are shown: beside, as last chosen; over the middle, only when asked for. */
export function useContextOpen(): {
  open: boolean;
  toggle: () => void;
  show: () => void;
  close: () => void;
} {
  const wide = useMediaQuery(useTheme().breakpoints.up('lg'));
  const [beside, setBeside] = useState(() => localStorage.getItem(KEY) !== 'hidden');
  const [over, setOver] = useState(false);
  const set = (open: boolean) => {
    if (!wide) {
      setOver(open);
      return;
    }
    setBeside(open);
    localStorage.setItem(KEY, open ? 'shown' : 'hidden');
  };
  const open = wide ? beside : over;
  const toggle = () => set(!open);
  useShortcuts({ d: toggle });
  return { open, toggle, show: () => set(true), close: () => set(false) };
}
