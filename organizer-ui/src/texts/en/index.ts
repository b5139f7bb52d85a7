import announcements from './announcements.json';
import archive from './archive.json';
import audit from './audit.json';
import common from './common.json';
import desk from './desk.json';
import events from './events.json';
import flow from './flow.json';
import organizations from './organizations.json';
import replies from './replies.json';
import sessions from './sessions.json';
import team from './team.json';

export const en = {
  announcements,
  archive,
  audit,
  common,
  desk,
  events,
  flow,
  organizations,
  replies,
  sessions,
  team,
};
