import { texts } from '../texts/texts';
import { type LocalRequest, phaseOf } from './model';

/** What a person can do until somebody comes. */
export function Advice({ local }: { local: LocalRequest }) {
  const category = local.request?.category ?? local.body?.category;
  if (!category || phaseOf(local) === 'taken') return null;
  return (
    <details class="advice" open>
      <summary>{texts.request.advice}</summary>
      <ul>
        {texts.request.adviceFor[category].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
