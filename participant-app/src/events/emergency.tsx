import { telephone } from '@steward/client-kit/text';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';
import type { PublicEvent } from './events';

/** Works on every mobile phone where an organizer named no other number. */
const EVERYWHERE = '112';

/** The number to call when a life is in danger, as an event or a notice names it. */
export function emergencyNumber(named: { emergency_number?: string | null } | undefined): string {
  return named?.emergency_number || EVERYWHERE;
}

/** A life may be in danger: the number to call is never more than a tap away. */
export function EmergencyCall({ event }: { event: PublicEvent | undefined }) {
  const number = emergencyNumber(event);
  return (
    <a class="call" href={telephone(number)}>
      <Icon name="phone" />
      <span class="hidden">{texts.event.emergency} </span>
      <span>
        <span class="hidden">{texts.common.call} </span>
        {number}
      </span>
    </a>
  );
}

/** The same in a whole line; `grave` where somebody said that a life is in danger. */
export function EmergencyLine({ event, grave }: { event: PublicEvent | undefined; grave?: boolean }) {
  const number = emergencyNumber(event);
  return (
    <a class={grave ? 'emergency grave' : 'emergency'} href={telephone(number)}>
      <Icon name="phone" />
      <span>
        {grave ? (
          <strong>{texts.ask.urgent(number)}</strong>
        ) : (
          <>
            {texts.event.emergency} <strong>{texts.event.emergencyCall(number)}</strong>
          </>
        )}
      </span>
    </a>
  );
}
