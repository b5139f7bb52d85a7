import Box from '@mui/material/Box';

interface Props {
  size?: number;
  withName?: boolean;
}

/** The sign of Steward: a point where somebody is, and the arc of those who come. */
export function Mark({ size = 28, withName = false }: Props) {
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25 }}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
        <rect width="32" height="32" rx="9" fill="#0e7567" />
        <circle cx="16" cy="16" r="3.6" fill="#fff" />
        <path
          d="M8.6 20.6a8.8 8.8 0 1 1 14.800 0"
          fill="none"
          stroke="#fff"
          strokeWidth="2.8"
          strokeLinecap="round"
        />
        <path d="M12.4 24.2h7.2" stroke="#ffd27a" strokeWidth="2.8" strokeLinecap="round" />
      </svg>
      {withName && (
        <Box component="span" sx={{ fontSize: size * 0.62, fontWeight: 700, letterSpacing: '-0.02em' }}>
          Steward
        </Box>
      )}
    </Box>
  );
}
