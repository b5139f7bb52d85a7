/** Where somebody is. */
import { count } from './count';

export const location = {
  attach: 'My location',
  send: 'Send my location',
  finding: 'Finding your location…',
  found: (metres: number) => `Location added, within ${count(metres, 'metre', 'metres')}`,
  remove: 'Remove location',
  unknown: 'Your phone did not give a location. Describe where you are.',
  denied:
    'Steward may not see your location. Allow it in the settings of your phone, or describe where you are.',
  here: 'I am here.',
  within: (metres: number) => `within ${count(metres, 'metre', 'metres')}`,
  onMap: 'Show on the map',
  share: 'Keep sharing where I am',
  shareHint: 'The team sees you move until you stop it or the conversation ends.',
  sharing: 'Your location is being shared',
  sharingWaits: 'Your location is shared as soon as there is a connection',
  sharingElsewhere: 'Your location is being shared from another device',
  stop: 'Stop',
  stopping: 'Your location is no longer shared. The team hears of it as soon as there is a connection.',
};
