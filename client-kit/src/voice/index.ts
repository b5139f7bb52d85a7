export { followPlaying, type Playing, SILENT, togglePlaying } from './playing';
export { canRecord, type Recording, record } from './recording';
