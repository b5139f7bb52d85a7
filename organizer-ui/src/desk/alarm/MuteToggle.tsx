import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../components/Notices';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { setMuted, useMuted } from './mute';

/** Sound for new requests, on or off. */
export function MuteToggle() {
  const { t } = useTranslation('desk');
  const { id } = useMember();
  const muted = useMuted();
  const notify = useNotify();
  const toggle = () => {
    setMuted(id, !muted);
    notify({ text: t(muted ? 'sound.unmuted' : 'sound.muted') });
  };
  useShortcuts({ m: toggle });
  const label = t(muted ? 'sound.unmute' : 'sound.mute');
  const Icon = muted ? VolumeX : Volume2;
  return (
    <Tooltip title={label}>
      <IconButton
        aria-label={label}
        aria-keyshortcuts="m"
        onClick={toggle}
        sx={{ color: muted ? 'caution.main' : 'text.secondary' }}
      >
        <Icon size={20} aria-hidden />
      </IconButton>
    </Tooltip>
  );
}
