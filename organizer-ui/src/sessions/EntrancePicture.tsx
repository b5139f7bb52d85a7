import Box from '@mui/material/Box';

/** Rings that spread from one point, as help is called: only a picture, without meaning for a screen reader. */
export function EntrancePicture() {
  const rings = [60, 118, 182, 252, 328];
  return (
    <Box
      component="svg"
      viewBox="0 0 600 600"
      aria-hidden
      focusable="false"
      sx={{
        position: 'absolute',
        width: '135%',
        right: '-52%',
        top: '6%',
        overflow: 'visible',
        pointerEvents: 'none',
      }}
    >
      {rings.map((radius, index) => (
        <circle
          key={radius}
          cx="300"
          cy="300"
          r={radius}
          fill="none"
          stroke="#fff"
          strokeOpacity={0.26 - index * 0.045}
          strokeWidth="1.5"
        />
      ))}
      <circle cx="300" cy="300" r="26" fill="#fff" fillOpacity="0.14" />
      <circle cx="300" cy="300" r="10" fill="#ffd27a" />
      <circle cx="196" cy="244" r="7" fill="#fff" />
      <circle cx="352" cy="126" r="7" fill="#fff" fillOpacity="0.8" />
      <circle cx="216" cy="462" r="7" fill="#fff" fillOpacity="0.6" />
    </Box>
  );
}
