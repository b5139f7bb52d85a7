import announcements from './announcements.json';
import archive from './archive.json';
import audit from './audit.json';
import channel from './channel.json';
import common from './common.json';
import desk from './desk.json';
import events from './events.json';
import flow from './flow.json';
import incidents from './incidents.json';
import organizations from './organizations.json';
import replies from './replies.json';
import sessions from './sessions.json';
import team from './team.json';

export const en = {
  announcements,
  archive,
  audit,
  channel,
  common,
  desk,
  events,
  flow,
  incidents,
  organizations,
  replies,
  sessions,
  team,
};
