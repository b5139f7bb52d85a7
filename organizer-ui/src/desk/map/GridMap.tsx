import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { Theme } from '@mui/material/styles';
import { Minus, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { length } from '../../texts/formats';
import { enclose, gridLines, type Offset, offset, type Point, roundStep } from './geometry';

interface Props {
  person: Point;
  /** Metres by which the person's place may be wrong. */
  accuracy: number;
  venue: Point | undefined;
  /** Where the person was at other times. */
  others?: readonly Point[];
  /** The place in words, for whoever cannot see the map. */
  place: string;
}

/** The picture's width and height in its own units. */
const WIDTH = 320;
const HEIGHT = 220;
/** A step of the zoom, and how far it goes. */
const ZOOM = { step: 1.6, least: 0.2, most: 12 };

const drawing = (theme: Theme) => ({
  display: 'block',
  width: '100%',
  bgcolor: 'surface.sunken',
  '& .grid': { stroke: theme.vars.palette.divider, strokeWidth: 1 },
  '& .doubt': {
    fill: theme.vars.palette.alarm.main,
    fillOpacity: 0.14,
    stroke: theme.vars.palette.alarm.main,
    strokeOpacity: 0.5,
  },
  '& .person': {
    fill: theme.vars.palette.alarm.main,
    stroke: theme.vars.palette.background.paper,
    strokeWidth: 2.5,
  },
  '& .other': {
    fill: theme.vars.palette.surface.sunken,
    stroke: theme.vars.palette.alarm.main,
    strokeWidth: 2,
  },
  '& .venue': {
    fill: theme.vars.palette.primary.main,
    stroke: theme.vars.palette.background.paper,
    strokeWidth: 2.5,
  },
  '& .way': { stroke: theme.vars.palette.text.secondary, strokeWidth: 1.25, strokeDasharray: '3 4' },
  '& text': {
    fill: theme.vars.palette.text.primary,
    fontSize: 13.5,
    fontWeight: 600,
    paintOrder: 'stroke',
    stroke: theme.vars.palette.surface.sunken,
    strokeWidth: 3.5,
  },
  '& .scale': { stroke: theme.vars.palette.text.primary, strokeWidth: 2, fill: 'none' },
});

/** A plain map of ground: a grid of round metres, the person, and the event. Nothing comes from elsewhere. */
export function GridMap({ person, accuracy, venue, others = [], place }: Props) {
  const { t, i18n } = useTranslation('desk');
  const [zoom, setZoom] = useState(1);
  const clip = useId();
  const origin = venue ?? person;
  const at = offset(origin, person);
  const points: Offset[] = venue ? [at, { east: 0, north: 0 }] : [at];
  const view = enclose(points, accuracy, HEIGHT);
  const metresPerUnit = view.metresPerUnit / zoom;
  const x = (east: number) => WIDTH / 2 + (east - view.centre.east) / metresPerUnit;
  const y = (north: number) => HEIGHT / 2 - (north - view.centre.north) / metresPerUnit;
  const step = roundStep((WIDTH / 6) * metresPerUnit);
  const half = { east: (WIDTH / 2) * metresPerUnit, north: (HEIGHT / 2) * metresPerUnit };
  const columns = gridLines(view.centre.east - half.east, view.centre.east + half.east, step);
  const rows = gridLines(view.centre.north - half.north, view.centre.north + half.north, step);
  const change = (factor: number) => setZoom(Math.min(ZOOM.most, Math.max(ZOOM.least, zoom * factor)));

  return (
    <Box
      sx={{
        position: 'relative',
        borderRadius: 2,
        overflow: 'hidden',
        border: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box
        component="svg"
        role="img"
        aria-label={t('map.label', { place })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        sx={drawing}
      >
        <clipPath id={clip}>
          <rect width={WIDTH} height={HEIGHT} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          {columns.map((east) => (
            <line key={east} className="grid" x1={x(east)} x2={x(east)} y1={0} y2={HEIGHT} />
          ))}
          {rows.map((north) => (
            <line key={north} className="grid" x1={0} x2={WIDTH} y1={y(north)} y2={y(north)} />
          ))}
          {accuracy > 0 && (
            <circle className="doubt" cx={x(at.east)} cy={y(at.north)} r={accuracy / metresPerUnit} />
          )}
          {venue && (
            <>
              <line className="way" x1={x(0)} y1={y(0)} x2={x(at.east)} y2={y(at.north)} />
              <rect className="venue" x={x(0) - 6.5} y={y(0) - 6.5} width="13" height="13" rx="3" />
              <Label x={x(0)} y={y(0)} text={t('map.event')} />
            </>
          )}
          <Others at={others.map((other) => offset(origin, other))} x={x} y={y} />
          <circle className="person" cx={x(at.east)} cy={y(at.north)} r="7.5" />
          <Label x={x(at.east)} y={y(at.north)} text={t('map.person')} />
        </g>
        <path className="scale" d={`M12 ${HEIGHT - 18}v6h${step / metresPerUnit}v-6`} />
        <text x="14" y={HEIGHT - 22}>
          {length(step, i18n.language)}
        </text>
        <text x={WIDTH - 16} y="20" textAnchor="middle">
          {t('map.north')}
        </text>
        <path className="scale" d={`M${WIDTH - 16} 38v-12m-4 4l4 -4l4 4`} />
      </Box>
      <Box sx={{ position: 'absolute', right: 6, bottom: 6, display: 'flex', gap: 0.5 }}>
        <Zoom
          label={t('map.zoomOut')}
          icon={<Minus size={16} aria-hidden />}
          onClick={() => change(1 / ZOOM.step)}
        />
        <Zoom
          label={t('map.zoomIn')}
          icon={<Plus size={16} aria-hidden />}
          onClick={() => change(ZOOM.step)}
        />
      </Box>
    </Box>
  );
}

interface OthersProps {
  at: readonly Offset[];
  x: (east: number) => number;
  y: (north: number) => number;
}

/** Places of other times, which tell nothing but that somebody was there. */
function Others({ at, x, y }: OthersProps) {
  return at.map(({ east, north }) => (
    <circle key={`${east} ${north}`} className="other" cx={x(east)} cy={y(north)} r="4.5" />
  ));
}

/** A name beside a point, on the side where there is room. */
function Label({ x, y, text }: { x: number; y: number; text: string }) {
  const left = x > WIDTH * 0.66;
  return (
    <text x={left ? x - 13 : x + 13} y={y + 4.5} textAnchor={left ? 'end' : 'start'}>
      {text}
    </text>
  );
}

function Zoom({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) {
  return (
    <IconButton
      size="small"
      aria-label={label}
      onClick={onClick}
      sx={{
        bgcolor: 'background.paper',
        '&:hover': { bgcolor: 'background.paper' },
        border: '1px solid',
        borderColor: 'divider',
      }}
    >
      {icon}
    </IconButton>
  );
}
