import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import {
  CornerUpRight,
  EllipsisVertical,
  LogOut,
  type LucideIcon,
  UserPlus,
  Users,
  Waypoints,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/problems';
import type { Conversation } from '../../api/types';
import { useNotify } from '../../components/Notices';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { InviteDialog } from './InviteDialog';
import { powersOf } from './rules';
import { TransferDialog } from './TransferDialog';
import { useBackToDesk } from './useBackToDesk';
import { useDeclining, useInvitation, useLeaving } from './useFlow';

interface Props {
  state: Conversation;
  who: string;
}

type Shown = 'nothing' | 'transfer' | 'invite';

/** How a conversation changes hands: handed over, shared, passed on. */
export function FlowMenu({ state, who }: Props) {
  const { t } = useTranslation('flow');
  const { id: me, role } = useMember();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [shown, setShown] = useState<Shown>('nothing');
  const powers = powersOf(state, me, role !== 'staff');
  const calls = useCalls(state, me);
  const items: { on: boolean; icon: LucideIcon; text: string; keys?: string; run: () => void }[] = [
    { on: powers.join, icon: Users, text: t('join'), run: calls.join },
    { on: powers.handOver, icon: Waypoints, text: t('handOver'), keys: 'H', run: () => setShown('transfer') },
    { on: powers.invite, icon: UserPlus, text: t('invite'), keys: 'I', run: () => setShown('invite') },
    { on: powers.decline, icon: CornerUpRight, text: t('decline'), run: calls.decline },
    { on: powers.leave, icon: LogOut, text: t('leave'), run: calls.leave },
  ];
  useShortcuts({
    h: () => powers.handOver && setShown('transfer'),
    i: () => powers.invite && setShown('invite'),
  });
  const offered = items.filter((item) => item.on);
  const close = () => setShown('nothing');
  return (
    <>
      {offered.length > 0 && (
        <Tooltip title={t('more')}>
          <IconButton
            aria-label={t('more')}
            aria-haspopup="menu"
            aria-expanded={anchor !== null}
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            <EllipsisVertical size={20} aria-hidden />
          </IconButton>
        </Tooltip>
      )}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {offered.map(({ icon: Icon, text, keys, run }) => (
          <MenuItem
            key={text}
            onClick={() => {
              setAnchor(null);
              run();
            }}
          >
            <ListItemIcon>
              <Icon size={18} aria-hidden />
            </ListItemIcon>
            <ListItemText>{text}</ListItemText>
            {keys && (
              <kbd aria-hidden style={{ marginLeft: 24 }}>
                {keys}
              </kbd>
            )}
          </MenuItem>
        ))}
      </Menu>
      <TransferDialog
        conversation={state.id}
        who={who}
        open={shown === 'transfer' && powers.handOver}
        onClose={close}
      />
      <InviteDialog state={state} open={shown === 'invite' && powers.invite} onClose={close} />
    </>
  );
}

/** What needs no further question. */
function useCalls(state: Conversation, me: string) {
  const { t } = useTranslation('flow');
  const leave = useBackToDesk();
  const notify = useNotify();
  const problemText = useProblemText();
  const declining = useDeclining(state.id);
  const leaving = useLeaving(state.id);
  const invitation = useInvitation(state.id);
  const onError = (error: unknown) => notify({ tone: 'error', text: problemText(error) });
  return {
    join: () =>
      invitation.mutate(me, { onSuccess: () => notify({ tone: 'success', text: t('joined') }), onError }),
    decline: () => leave(declining.mutateAsync(state.request?.id ?? ''), { text: t('declined') }, onError),
    leave: () => leave(leaving.mutateAsync(me), { text: t('left') }, onError),
  };
}
