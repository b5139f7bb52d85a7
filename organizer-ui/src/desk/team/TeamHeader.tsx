import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useEventContext } from '../context/useEventContext';
import { ContextToggle } from '../layout/ContextToggle';
import { PaneHeader } from '../layout/PaneHeader';
import { TeamPicture } from './TeamPicture';
import { useTeamPeople } from './useTeamPeople';

interface Props {
  event: string;
  contextOpen: boolean;
  onContext: () => void;
}

/** Whose team this is, and how many of it are there. */
export function TeamHeader({ event, contextOpen, onContext }: Props) {
  const { t } = useTranslation('channel');
  const name = useEventContext(event).data?.name;
  const { people } = useTeamPeople(event);
  const here = people?.filter(({ connected }) => connected).length;
  return (
    <PaneHeader
      picture={<TeamPicture size={40} />}
      title={t('title')}
      actions={<ContextToggle open={contextOpen} onToggle={onContext} />}
    >
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {name}
      </Box>
      {people && <span>{t('here', { here, count: people.length })}</span>}
    </PaneHeader>
  );
}
