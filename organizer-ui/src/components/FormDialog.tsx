import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface FrameProps {
  open: boolean;
  title: string;
  width?: 'xs' | 'sm';
  onClose: () => void;
  /** A `DialogForm`: what was typed into it is gone when the dialog closes. */
  children: ReactNode;
}

/** A dialog in which something is filled in. */
export function FormDialog({ open, title, width = 'xs', onClose, children }: FrameProps) {
  const id = useId();
  return (
    <Dialog open={open} onClose={onClose} maxWidth={width} fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      {children}
    </Dialog>
  );
}

interface FormProps {
  /** What will happen. */
  text: string;
  /** What keeps it from happening, in words. */
  problem?: string | undefined;
  confirm: string;
  disabled?: boolean;
  busy?: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** What is asked in a dialog, between what it is for and the two ways out. */
export function DialogForm({ text, problem, confirm, disabled, busy, onSubmit, ...props }: FormProps) {
  const { t } = useTranslation();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <DialogContent>
        <Typography color="textSecondary" sx={{ mb: 1.5 }}>
          {text}
        </Typography>
        {props.children}
        {problem && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onCancel}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" variant="contained" disabled={disabled} loading={busy}>
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}
