/** The texts of the dashboard. A language is a folder beside `en`, with the same files and keys. */

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export const NAMESPACES = Object.keys(en) as (keyof typeof en)[];

/** Readies the texts before the first page is drawn; English is part of the program, so nothing is waited for. */
export function startTexts(): typeof i18next {
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    supportedLngs: ['en'],
    resources: { en },
    ns: NAMESPACES,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  return i18next;
}
