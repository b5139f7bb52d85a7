import { ScrollText, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AuditAction } from '../api/types';
import { Choice } from '../components/Choice';
import { DayField } from '../components/DayField';
import { betweenDays } from '../components/days';
import { FilterGrid } from '../components/FilterGrid';
import { OnlyThese } from '../components/OnlyThese';
import { Page } from '../components/Page';
import { PagedList } from '../components/PagedList';
import { PageHeader } from '../components/PageHeader';
import { useAddress } from '../components/useAddress';
import { useNameOf } from '../desk/names';
import { EventChoice } from '../events/EventChoice';
import { MemberChoice } from '../team/MemberChoice';
import { AuditItem } from './AuditItem';
import { ACTIONS } from './deeds';
import { useAudit } from './useAudit';

const NAMES = ['conversation', 'member', 'action', 'event', 'from', 'to'] as const;

/** Who read, took away or changed what, for those who lead. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { value, set, narrowed } = useAddress(NAMES);
  const query = useAudit({
    entity: value.conversation || undefined,
    actor: value.member || undefined,
    action: ACTIONS.find((action) => action === value.action),
    event: value.event || undefined,
    ...betweenDays(value.from, value.to),
  });
  const nameOf = useNameOf();
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FilterGrid>
        <EventChoice label={t('event')} value={value.event} onChange={(event) => set('event', event)} />
        <MemberChoice label={t('member')} value={value.member} onChange={(member) => set('member', member)} />
        <Choice label={t('action')} value={value.action} onChange={(action) => set('action', action)}>
          {ACTIONS.map((action: AuditAction) => ({ value: action, text: t(`kind.${action}`) }))}
        </Choice>
        <DayField label={t('from')} value={value.from} onChange={(from) => set('from', from)} />
        <DayField label={t('to')} value={value.to} onChange={(to) => set('to', to)} />
      </FilterGrid>
      {value.conversation && (
        <OnlyThese onRemove={() => set('conversation', '')}>
          {t('ofConversation', { who: nameOf(query.items[0]?.participant ?? undefined) })}
        </OnlyThese>
      )}
      <PagedList
        query={query}
        label={t('entries')}
        empty={
          narrowed
            ? { icon: SearchX, title: t('noMatchTitle'), text: t('noMatchText') }
            : { icon: ScrollText, title: t('emptyTitle'), text: t('emptyText') }
        }
        keyOf={(entry) => entry.id}
      >
        {(entry) => <AuditItem entry={entry} />}
      </PagedList>
    </Page>
  );
}
