import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { BellOff, BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HelpRequest } from '../../api/types';
import { OnlyHeard } from '../../components/OnlyHeard';
import { secondsSince, stopwatch } from '../../texts/formats';
import { useServerNow, useUnanswered } from '../client/hooks';
import { useNameOf } from '../names';
import { CATEGORY_ICONS } from '../queue/categories';
import { useRinging } from './useRinging';

/** The most that are named on a wide screen. */
const NAMED = 3;

/** On every page of those who lead: whom nobody has answered for too long, until somebody does. */
export function UnansweredAlarm() {
  const { t } = useTranslation(['flow', 'desk']);
  const { count, requests } = useUnanswered();
  const { silent, silence } = useRinging(requests);
  const first = requests[0];
  const said =
    first &&
    t('alarm.said', {
      count,
      category: t(`desk:category.${first.category}`),
      priority: t(`desk:priority.${first.priority}`),
    });
  return (
    <>
      <OnlyHeard component="div" role="status" live="assertive">
        {said ?? ''}
      </OnlyHeard>
      {first && (
        <Box component="section" aria-label={t('alarm.label')} sx={STRIP}>
          <Box
            component="strong"
            sx={{ display: 'flex', alignItems: 'center', gap: 1, fontWeight: 650, mr: 0.5 }}
          >
            <BellRing size={20} strokeWidth={2.2} aria-hidden style={{ flex: 'none' }} />
            {first.priority === 'critical' ? t('alarm.critical') : t('alarm.title', { count })}
          </Box>
          {requests.slice(0, NAMED).map((request, index) => (
            <Named key={request.id} request={request} wideOnly={index > 0} />
          ))}
          {count > NAMED && (
            <Box component="span" sx={{ display: { xs: 'none', md: 'inline' } }}>
              {t('alarm.more', { count: count - Math.min(NAMED, requests.length) })}
            </Box>
          )}
          <Box sx={{ flex: 1 }} />
          {!silent && (
            <Tooltip title={t('alarm.silence')}>
              <IconButton aria-label={t('alarm.silence')} color="inherit" onClick={silence}>
                <BellOff size={20} aria-hidden />
              </IconButton>
            </Tooltip>
          )}
        </Box>
      )}
    </>
  );
}

const STRIP = {
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: 1,
  minHeight: 52,
  px: 2,
  py: 0.5,
  bgcolor: 'critical.main',
  color: 'critical.contrastText',
  fontSize: '0.9375rem',
  '@media print': { display: 'none' },
} as const;

/** One of them: leads to the words and the way to take it. */
function Named({ request, wideOnly }: { request: HelpRequest; wideOnly: boolean }) {
  const { t } = useTranslation(['flow', 'desk']);
  const now = useServerNow();
  const nameOf = useNameOf();
  const Icon = CATEGORY_ICONS[request.category];
  const time = stopwatch(secondsSince(request.waiting_since, now));
  const category = t(`desk:category.${request.category}`);
  const priority = t(`desk:priority.${request.priority}`);
  const to =
    request.status === 'waiting'
      ? `/desk/requests/${request.id}`
      : `/desk/conversations/${request.conversation}`;
  const held = request.status === 'taken' && request.member?.name;
  return (
    <ButtonBase
      component={Link}
      to={to}
      sx={{
        display: wideOnly ? { xs: 'none', md: 'inline-flex' } : 'inline-flex',
        gap: 0.75,
        px: 1.25,
        minHeight: 36,
        borderRadius: 2,
        border: '1px solid currentColor',
        fontSize: '0.875rem',
        fontWeight: 600,
        '&:focus-visible': { outlineColor: 'currentColor' },
      }}
    >
      <Icon size={16} aria-hidden />
      {category}
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {time}
      </Box>
      {held && (
        <Box component="span" sx={{ fontWeight: 400, display: { xs: 'none', lg: 'inline' } }}>
          {t('alarm.with', { name: held })}
        </Box>
      )}
      <OnlyHeard component="span">{t('alarm.who', { who: nameOf(request.participant), priority })}</OnlyHeard>
    </ButtonBase>
  );
}
