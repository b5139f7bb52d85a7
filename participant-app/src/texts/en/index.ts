/**
 * English, the language that every other one is measured by. Short words: they are read in fear, outdoors, on a
 * small screen. What takes a number or a name is a function, so that each language puts it where it belongs.
 */
import { common, connection, navigation } from './app';
import { ask } from './ask';
import { attachments } from './attachments';
import { conversation, history } from './conversation';
import { announcements, browse, event, join, scan } from './event';
import { location } from './location';
import { me, register, signIn } from './me';
import { request } from './request';
import { satisfaction } from './satisfaction';

export const en = {
  app: 'Steward',
  /** What a phone that must not be noticed calls this app. */
  discreet: 'Notes',
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

/** What every language has to say. */
export type Texts = typeof en;
