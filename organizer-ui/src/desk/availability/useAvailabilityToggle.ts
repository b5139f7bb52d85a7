import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event } from '../../api/types';
import { useNotify } from '../../components/Notices';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { ask, CAPACITY, modeOf } from './rules';
import { useAvailability, useAvailabilityChange } from './useAvailability';

/** One key: off, and on again with the limit and the events of before; "by hand" where there is no event. */
export function useAvailabilityToggle(events: readonly Event[]): void {
  const { t } = useTranslation('flow');
  const { data } = useAvailability();
  const { mutate } = useAvailabilityChange();
  const notify = useNotify();
  const before = useRef<{ capacity: number; events: readonly string[] }>(undefined);
  useShortcuts({
    'shift+a': () => {
      if (!data) return;
      const off = modeOf(data) === 'off';
      if (!off) before.current = { capacity: data.capacity, events: data.events };
      const all = events.map((event) => event.id);
      const wanted = before.current ?? { capacity: CAPACITY.usual, events: all };
      const mode = wanted.events.length > 0 ? 'on' : 'by-hand';
      const next = off ? ask(mode, wanted.capacity, wanted.events) : ask('off', 0, []);
      mutate(next, {
        onSuccess: ({ capacity }) =>
          notify({ text: off ? t('availability.nowOn', { capacity }) : t('availability.nowOff') }),
      });
    },
  });
}
