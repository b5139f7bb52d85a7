import { useEffect } from 'react';

let page = 'Steward';
let alarm: string | null = null;

function write() {
  document.title = alarm ?? page;
}

/** Names the page in the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    page = `${title} · Steward`;
    write();
  }, [title]);
}

/** Puts an alarm in place of the page's name until it is taken back with null. */
export function setTitleAlarm(text: string | null): void {
  alarm = text;
  write();
}
