/** Whole days of this place, as the service takes them: from midnight, and the last one counts, too. */
export function betweenDays(from: string, to: string): { from?: string; to?: string } {
  return { from: midnight(from, 0), to: midnight(to, 1) };
}

function midnight(day: string, after: number): string | undefined {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + after);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
