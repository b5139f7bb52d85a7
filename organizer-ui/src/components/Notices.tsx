import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A short message at the edge of the screen, with at most one thing to do about it. */
export interface Notice {
  text: string;
  tone?: 'success' | 'info' | 'error';
  action?: { label: string; run: () => void };
}

interface Shown extends Notice {
  id: number;
}

/** How long a notice stays: long enough to read, and to decide when there is something to undo. */
const STAY_MS = { plain: 5000, withAction: 10_000 };
const ICONS = { success: CircleCheck, info: Info, error: CircleAlert };
const Context = createContext<(notice: Notice) => void>(() => undefined);

/** Shows a notice; stable across renders. */
export function useNotify(): (notice: Notice) => void {
  return useContext(Context);
}

export function NoticeProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const next = useRef(1);
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>());

  const dismiss = useCallback((id: number) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setShown((list) => list.filter((notice) => notice.id !== id));
  }, []);
  const arm = useCallback(
    (notice: Shown) => {
      clearTimeout(timers.current.get(notice.id));
      const stay = notice.action ? STAY_MS.withAction : STAY_MS.plain;
      timers.current.set(
        notice.id,
        setTimeout(() => dismiss(notice.id), stay),
      );
    },
    [dismiss],
  );
  const notify = useCallback(
    (notice: Notice) => {
      const entry = { ...notice, id: next.current++ };
      setShown((list) => [...list.slice(-2), entry]);
      arm(entry);
    },
    [arm],
  );
  const hold = useCallback((id: number) => clearTimeout(timers.current.get(id)), []);

  return (
    <Context value={notify}>
      {children}
      <Box
        role="status"
        aria-live="polite"
        sx={{
          position: 'fixed',
          zIndex: 'snackbar',
          // Below the heads of pages and above what is written: a notice never lies over a field.
          top: 76,
          left: { xs: 12, sm: '50%' },
          right: { xs: 12, sm: 'auto' },
          transform: { sm: 'translateX(-50%)' },
          width: { sm: 'max-content' },
          display: 'grid',
          gap: 1,
          maxWidth: { sm: 420 },
        }}
      >
        {shown.map((notice) => (
          <NoticeCard
            key={notice.id}
            notice={notice}
            onClose={() => dismiss(notice.id)}
            onHold={() => hold(notice.id)}
            onRelease={() => arm(notice)}
          />
        ))}
      </Box>
    </Context>
  );
}

interface CardProps {
  notice: Notice;
  onClose: () => void;
  onHold: () => void;
  onRelease: () => void;
}

function NoticeCard({ notice, onClose, onHold, onRelease }: CardProps) {
  const { t } = useTranslation();
  const Icon = ICONS[notice.tone ?? 'info'];
  const handlers = useMemo(
    () => ({ onMouseEnter: onHold, onMouseLeave: onRelease, onFocus: onHold, onBlur: onRelease }),
    [onHold, onRelease],
  );
  return (
    <Box
      {...handlers}
      sx={(theme) => ({
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        pl: 1.75,
        pr: 0.75,
        py: 0.75,
        borderRadius: 2,
        bgcolor: theme.vars.palette.notice.main,
        color: theme.vars.palette.notice.contrastText,
        boxShadow: theme.vars.shadows[8],
        fontSize: '0.875rem',
      })}
    >
      <Icon size={18} aria-hidden style={{ flex: 'none' }} />
      <Box sx={{ flex: 1, py: 0.5 }}>{notice.text}</Box>
      {notice.action && (
        <Button
          color="inherit"
          size="small"
          sx={{ fontWeight: 700, textDecoration: 'underline', textUnderlineOffset: 3 }}
          onClick={() => {
            notice.action?.run();
            onClose();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton size="small" color="inherit" aria-label={t('action.dismiss')} onClick={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </Box>
  );
}
