import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}

/** A choice of one of a few, all of them visible. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, chosen: T | null) => chosen !== null && onChange(chosen)}
      sx={{
        p: 0.375,
        gap: 0.25,
        bgcolor: 'surface.sunken',
        borderRadius: 2,
        '& .MuiToggleButton-root': {
          border: 0,
          borderRadius: '6px !important',
          m: '0 !important',
          px: 1.5,
          py: 0.5,
          textTransform: 'none',
          fontSize: '0.875rem',
          fontWeight: 550,
          color: 'text.secondary',
          '&.Mui-selected, &.Mui-selected:hover': {
            bgcolor: 'background.paper',
            color: 'text.primary',
            boxShadow: '0 1px 2px rgb(0 0 0 / 0.16)',
          },
        },
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} value={option.value}>
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
