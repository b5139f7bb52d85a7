import type { Category } from '../help-requests/model';

/** Drawn on a grid of 24, with lines of 2. */
const drawings = {
  medical: 'M12 6v12M6 12h12M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z',
  security: 'M12 3l8 3v5c0 5-3.400 8.500-8 10-4.600-1.500-8-5-8-10V6zM9 12l2 2 4-4',
  lost_person:
    'M14 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM3 21c0-4 3-6.500 7-6.500M20 18a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0zM19.500 20l2 2',
  lost_property: 'M6 8h12l1.500 12.500h-15zM9 11V7a3 3 0 0 1 6 0v4',
  accessibility:
    'M11 4.500a1.500 1.500 0 1 0-3 0 1.500 1.500 0 0 0 3 0zM9.500 9v6H15l3 5M9.500 11.500H15M7 13a5 5 0 1 0 7 6.500',
  other: 'M4 4h16v12H10l-5 4v-4H4zM8 10h.01M12 10h.01M16 10h.01',
  back: 'M15 4l-8 8 8 8',
  next: 'M9 4l8 8-8 8',
  phone:
    'M5 3h4l2 5-2.500 2a12 12 0 0 0 5.500 5.500l2-2.500 5 2v4c0 1-1 2-2 2C10 20.500 3.500 14 3 5c0-1 1-2 2-2z',
  send: 'M5 12h14M13 6l6 6-6 6',
  reply: 'M10 6l-6 6 6 6M4 12h10a6 6 0 0 1 6 6v1',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM15.500 13a3.500 3.500 0 1 1-7 0 3.500 3.500 0 0 1 7 0z',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9h.01',
  voice: 'M15 6v5a3 3 0 0 1-6 0V6a3 3 0 0 1 6 0zM5.500 11a6.500 6.500 0 0 0 13 0M12 17.500V21',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3.500 2',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  checks: 'M2 12.500l4.500 4.500L15 8M12 16.500l.5.5L22 7.500',
  alert: 'M12 8v5M12 16.500h.01M12 3l10 18H2z',
  pin: 'M12 21s7-6.500 7-12a7 7 0 1 0-14 0c0 5.500 7 12 7 12zM14.500 9a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0z',
  way: 'M8 20a3 3 0 1 0-3-3c0 1.500 3 3 3 3zM16 10a4 4 0 1 0-4-4c0 2 4 4 4 4zM12 20h5a3 3 0 0 0 0-6h-3',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8h3v3H8zM13 8h3v3h-3zM8 13h3v3H8zM13.500 14.500h2.500M13.500 16v.01',
  search: 'M17 10.500a6.500 6.500 0 1 1-13 0 6.500 6.500 0 0 1 13 0zM15.500 15.500L21 21',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4.500 21c0-4 3-6.500 7.500-6.500s7.500 2.500 7.500 6.500',
  home: 'M4 11l8-7 8 7v9h-5v-5H9v5H4z',
  list: 'M4 4h16v12H10l-5 4v-4H4zM8 8h8M8 12h5',
  announcement: 'M4 10v4h4l8 5V5l-8 5zM19 9a4 4 0 0 1 0 6M8 14v5',
  away: 'M3 3l18 18M8.500 15.500a5 5 0 0 1 7 0M5 12a10 10 0 0 1 5-2.700M2 8.500a15 15 0 0 1 4.500-3M19 12a10 10 0 0 0-3-2M22 8.500A15 15 0 0 0 11 5M12 19h.01',
  good: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9 9.500v.01M15 9.500v.01M8 14c1 1.800 2.400 2.500 4 2.500s3-.7 4-2.500',
  fair: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9 9.500v.01M15 9.500v.01M8.500 15h7',
  poor: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM9 9.500v.01M15 9.500v.01M8 16.500c1-1.800 2.400-2.500 4-2.500s3 .7 4 2.500',
  hand: 'M8 12V5.500a1.500 1.500 0 0 1 3 0V11M11 11V4a1.500 1.500 0 0 1 3 0v7M14 11V5.500a1.500 1.500 0 0 1 3 0V14a7 7 0 0 1-7 7c-3 0-4.500-1.500-6-4.500l-1.500-3a1.500 1.500 0 0 1 2.600-1.500L8 14V8',
} as const satisfies Record<Category | string, string>;

export type IconName = keyof typeof drawings;

/** A picture that only repeats what words beside it say. */
export function Icon({ name, class: more = '' }: { name: IconName; class?: string }) {
  return (
    <svg class={`icon ${more}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
