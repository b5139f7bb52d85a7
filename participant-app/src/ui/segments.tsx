export interface SegmentsProps<T extends string> {
  /** What is chosen; also names the group to the browser. */
  label: string;
  name: string;
  /** Whether the label is only said, not shown. */
  quiet?: boolean;
  options: readonly T[];
  words: Record<T, string>;
  chosen: T;
  onChoose: (option: T) => void;
}

/** A few choices side by side, one of which holds. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, name, quiet, options, words, chosen, onChoose } = props;
  return (
    <fieldset class="segments">
      <legend class={quiet ? 'hidden' : 'section'}>{label}</legend>
      {options.map((option) => (
        <label key={option} class="segment">
          <input type="radio" name={name} checked={chosen === option} onChange={() => onChoose(option)} />
          <span>{words[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
