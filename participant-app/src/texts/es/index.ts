/** Español. */
import type { Texts } from '../en';
import { common, connection, navigation } from './app';
import { ask } from './ask';
import { attachments } from './attachments';
import { conversation, history } from './conversation';
import { announcements, browse, event, join, scan } from './event';
import { location } from './location';
import { me, register, signIn } from './me';
import { request } from './request';
import { satisfaction } from './satisfaction';

export const es: Texts = {
  app: 'Steward',
  discreet: 'Notas',
  common,
  navigation,
  connection,
  join,
  scan,
  browse,
  event,
  announcements,
  ask,
  request,
  satisfaction,
  conversation,
  location,
  attachments,
  history,
  me,
  register,
  signIn,
};
