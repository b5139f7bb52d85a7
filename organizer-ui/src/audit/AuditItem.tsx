import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../api/types';
import { PersonAvatar } from '../components/PersonAvatar';
import { useJudgement } from '../desk/flow/useJudgement';
import { DeskItem } from '../desk/layout/DeskItem';
import { useNameOf } from '../desk/names';
import { dateTime } from '../texts/formats';
import { deedOf } from './deeds';

/** One entry of the audit log: who, what, with whom, when, and what changed. It leads to what it was done with. */
export function AuditItem({ entry }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation(['audit', 'desk', 'flow']);
  const nameOf = useNameOf();
  const judgement = useJudgement();
  const { actor, participant, member, before, after } = entry;
  const outcome = after?.outcome;
  const more = [outcome ? t(`desk:close.${outcome}`) : judgement(before, after), entry.event_name].filter(
    Boolean,
  );
  return (
    <DeskItem
      to={placeOf(entry)}
      picture={<PersonAvatar id={actor.id} name={actor.name} size={36} />}
      title={actor.name ?? t('flow:handedOver.somebody')}
      side={
        <Box
          component="time"
          dateTime={entry.at}
          sx={{ color: 'text.secondary', fontSize: '0.8125rem', whiteSpace: 'nowrap' }}
        >
          {dateTime(entry.at, i18n.language)}
        </Box>
      }
      text={
        <Box component="span" sx={{ color: 'text.primary' }}>
          {t(`deed.${deedOf(entry)}`, {
            who: nameOf(participant ?? undefined),
            member: member?.name ?? t('flow:handedOver.somebody'),
            incident: after?.title ?? entry.incident ?? '',
          })}
        </Box>
      }
    >
      {more.length > 0 && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', pt: 0.25 }}>{more.join(' · ')}</Box>
      )}
    </DeskItem>
  );
}

/** Where an entry leads: to the conversation or the incident that it was done with, while there is one. */
function placeOf({ entity, participant, incident }: AuditEntry): string | undefined {
  if (participant) return `/desk/conversations/${entity}`;
  return incident ? `/incidents/${entity}` : undefined;
}
