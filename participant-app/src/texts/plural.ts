type Form = 'one' | 'few' | 'many' | 'other';

/** Says how many there are of something, in the form that a language has for that number. */
export function counting(language: string) {
  const rules = new Intl.PluralRules(language);
  return (n: number, forms: { other: string } & Partial<Record<Form, string>>): string =>
    `${n} ${forms[rules.select(n) as Form] ?? forms.other}`;
}
