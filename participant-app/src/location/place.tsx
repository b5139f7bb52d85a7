import type { Location } from '@steward/client-kit/live';
import { texts } from '../texts/texts';
import { Icon } from '../ui/icons';

/** Opens the map that the phone has, also without a network; elsewhere a map of the web. */
export function mapLink({ latitude, longitude }: Location, agent = navigator.userAgent): string {
  const at = `${latitude},${longitude}`;
  return /android/i.test(agent)
    ? `geo:${at}?q=${at}`
    : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
}

/** Where a message was written. */
export function Place({ location }: { location: Location }) {
  const { accuracy } = location;
  const href = mapLink(location);
  return (
    <a
      class="place-link"
      href={href}
      target={href.startsWith('geo:') ? undefined : '_blank'}
      rel="noopener noreferrer nofollow"
    >
      <Icon name="pin" />
      <span>
        {texts.location.onMap}{' '}
        {accuracy ? <span class="precision">{texts.location.within(Math.round(accuracy))}</span> : null}
      </span>
    </a>
  );
}
