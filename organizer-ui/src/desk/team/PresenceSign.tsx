import Box from '@mui/material/Box';
import { Circle, CircleCheck, CircleDashed, CircleMinus, Hand, type LucideIcon } from 'lucide-react';
import { PersonAvatar } from '../../components/PersonAvatar';
import type { Presence } from './rules';

/** Each has a shape of its own: nobody has to tell colours apart. */
const LOOKS: Record<Presence, { icon: LucideIcon; colour: string }> = {
  free: { icon: CircleCheck, colour: 'done.main' },
  byHand: { icon: Hand, colour: 'done.main' },
  full: { icon: CircleMinus, colour: 'caution.main' },
  elsewhere: { icon: Circle, colour: 'text.secondary' },
  off: { icon: Circle, colour: 'text.secondary' },
  away: { icon: CircleDashed, colour: 'text.secondary' },
};

interface Props {
  id: string;
  name: string;
  presence: Presence;
}

/** A colleague's picture with the sign of what they are up to; the words for it stand beside it. */
export function ColleaguePicture({ id, name, presence }: Props) {
  const { icon: Icon, colour } = LOOKS[presence];
  return (
    <Box component="span" sx={{ position: 'relative', flex: 'none', display: 'inline-flex' }}>
      <Box component="span" sx={{ display: 'inline-flex', opacity: presence === 'away' ? 0.55 : 1 }}>
        <PersonAvatar id={id} name={name} size={32} />
      </Box>
      <Box
        component="span"
        data-presence={presence}
        sx={{
          position: 'absolute',
          right: -5,
          bottom: -4,
          display: 'grid',
          placeItems: 'center',
          width: 18,
          height: 18,
          borderRadius: '50%',
          bgcolor: 'background.paper',
          color: colour,
        }}
      >
        <Icon size={14} strokeWidth={2.6} aria-hidden />
      </Box>
    </Box>
  );
}
