/** Times, dates and lengths as a person of the chosen language reads them. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds as a stopwatch shows them: `0:07`, `12:40`, `1:02:03`; past a day in whole days and hours. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= DAY) return `${Math.floor(whole / DAY)} d ${Math.floor((whole % DAY) / HOUR)} h`;
  const hours = Math.floor(whole / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const padded = String(whole % MINUTE).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${padded}` : `${minutes}:${padded}`;
}

/** Whole seconds between an RFC 3339 time and now (milliseconds since 1970). */
export function secondsSince(time: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(time)) / 1000));
}

/** The hour and minute of a time. */
export function clock(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(new Date(time));
}

/** The day of a time, in words, such as "Friday, 21 November". */
export function day(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(time),
  );
}

/** The hour of a time that is today, the day of any other one. */
export function moment(time: string, language: string, now: Date = new Date()): string {
  const today = new Date(time).toDateString() === now.toDateString();
  return today ? clock(time, language) : date(time, language);
}

/** Day, month and year of a time. */
export function date(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(time));
}

/** Day and minute of a time. */
export function dateTime(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(time),
  );
}

/** A span of time in one phrase that names a shared day only once; it breaks at the dash, if anywhere. */
export function span(from: string, to: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return format.formatRange(new Date(from), new Date(to)).replace(/[ \u202f]/g, '\u00a0');
}

/** How long ago or ahead, such as "5 minutes ago". */
export function relative(time: string, now: number, language: string): string {
  const seconds = (Date.parse(time) - now) / 1000;
  const size = Math.abs(seconds);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (size < HOUR) return format.format(Math.round(seconds / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.round(seconds / HOUR), 'hour');
  return format.format(Math.round(seconds / DAY), 'day');
}

/** Metres, or kilometres from one kilometre on. */
export function length(metres: number, language: string): string {
  const far = metres >= 1000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: far ? 'kilometer' : 'meter',
    maximumFractionDigits: far ? 1 : 0,
  }).format(far ? metres / 1000 : metres);
}

/** A reason such as "must be an e-mail address" as a sentence of its own. */
export function sentence(reason: string): string {
  const trimmed = reason.trim();
  if (trimmed === '') return trimmed;
  const full = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(full) ? full : `${full}.`;
}
