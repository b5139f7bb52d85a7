/** Where somebody is. */

import type { Texts } from '../en';
import { count } from './count';

export const location: Texts['location'] = {
  attach: 'Mein Standort',
  send: 'Meinen Standort senden',
  finding: 'Dein Standort wird gesucht…',
  found: (metres) => `Standort dabei, auf ${count(metres, { other: 'Meter' })} genau`,
  remove: 'Standort entfernen',
  unknown: 'Dein Handy hat keinen Standort gegeben. Beschreibe, wo du bist.',
  denied:
    'Steward darf deinen Standort nicht sehen. Erlaube es in den Einstellungen des Handys, oder beschreibe, wo du bist.',
  here: 'Ich bin hier.',
  within: (metres) => `auf ${count(metres, { other: 'Meter' })} genau`,
  onMap: 'Auf der Karte zeigen',
  share: 'Meinen Standort laufend teilen',
  shareHint: 'Das Team sieht, wo du hingehst, bis du es beendest oder das Gespräch endet.',
  sharing: 'Dein Standort wird geteilt',
  sharingWaits: 'Dein Standort wird geteilt, sobald es eine Verbindung gibt',
  sharingElsewhere: 'Dein Standort wird von einem anderen Gerät geteilt',
  stop: 'Beenden',
  stopping: 'Dein Standort wird nicht mehr geteilt. Das Team erfährt es, sobald es eine Verbindung gibt.',
};
