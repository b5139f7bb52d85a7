import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Colleague } from '../../api/types';
import { ErrorState } from '../../components/ErrorState';
import { Loading } from '../../components/Loading';
import { useMember } from '../../sessions/useSession';
import { ContextEvent } from '../context/ContextEvent';
import { ContextHead } from '../context/ContextHead';
import { ContextSection } from '../context/ContextSection';
import { useEventContext } from '../context/useEventContext';
import { ColleaguePicture } from './PresenceSign';
import { presenceOf } from './rules';
import { usePresenceText } from './usePresenceText';
import { useTeamPeople } from './useTeamPeople';

interface Props {
  event: string;
  /** Closes the panel where it lies over what is said. */
  onClose: () => void;
}

/** Who of the team is there and can help, and whom else to call. */
export function TeamContext({ event, onClose }: Props) {
  const { t } = useTranslation('channel');
  const context = useEventContext(event);
  const { people, isError, error, refetch } = useTeamPeople(event);
  const here = people?.filter(({ connected }) => connected) ?? [];
  const away = people?.filter(({ connected }) => !connected) ?? [];
  return (
    <Box sx={{ display: 'grid', gap: 0 }}>
      <ContextHead onClose={onClose} />
      {!people &&
        (isError ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <ContextSection title={t('atDesk')}>
            <Loading rows={3} height={40} />
          </ContextSection>
        ))}
      {here.length > 0 && <People title={t('atDesk')} people={here} event={event} />}
      {away.length > 0 && <People title={t('away')} people={away} event={event} />}
      <ContextEvent query={context} />
    </Box>
  );
}

interface PeopleProps {
  title: string;
  people: readonly Colleague[];
  event: string;
}

function People({ title, people, event }: PeopleProps) {
  const { t } = useTranslation('channel');
  const { id: me } = useMember();
  const textOf = usePresenceText();
  return (
    <ContextSection
      title={title}
      side={<Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{people.length}</Box>}
    >
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
        {people.map((colleague) => (
          <Box component="li" key={colleague.id} sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
            <ColleaguePicture
              id={colleague.id}
              name={colleague.name}
              presence={presenceOf(colleague, event)}
            />
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ fontWeight: 600, lineHeight: 1.3, overflowWrap: 'anywhere' }}>
                {colleague.name}
                {colleague.id === me && (
                  <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                    {' '}
                    {t('you')}
                  </Box>
                )}
              </Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', lineHeight: 1.4 }}>
                {textOf(colleague, event)}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </ContextSection>
  );
}
