import TextField from '@mui/material/TextField';

interface Props {
  label: string;
  /** Such as `2026-07-03`; empty for none. */
  value: string;
  onChange: (day: string) => void;
}

/** A day that narrows a list. */
export function DayField({ label, value, onChange }: Props) {
  return (
    <TextField
      type="date"
      label={label}
      size="small"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
