/** Where somebody is. */
import type { Texts } from '../en';

export const location: Texts['location'] = {
  attach: 'Moje położenie',
  send: 'Wyślij moje położenie',
  finding: 'Szukam twojego położenia…',
  found: (metres) => `Położenie dodane, z dokładnością do ${metres} m`,
  remove: 'Usuń położenie',
  unknown: 'Telefon nie podał położenia. Opisz, gdzie jesteś.',
  denied:
    'Steward nie może widzieć twojego położenia. Zezwól na to w ustawieniach telefonu albo opisz, gdzie jesteś.',
  here: 'Jestem tutaj.',
  within: (metres) => `z dokładnością do ${metres} m`,
  onMap: 'Pokaż na mapie',
  share: 'Udostępniaj stale moje położenie',
  shareHint: 'Zespół widzi, dokąd idziesz, dopóki tego nie zatrzymasz lub rozmowa się nie skończy.',
  sharing: 'Twoje położenie jest udostępniane',
  sharingWaits: 'Twoje położenie będzie udostępnione, gdy tylko będzie połączenie',
  sharingElsewhere: 'Twoje położenie jest udostępniane z innego urządzenia',
  stop: 'Zatrzymaj',
  stopping: 'Twoje położenie nie jest już udostępniane. Zespół dowie się, gdy tylko będzie połączenie.',
};
