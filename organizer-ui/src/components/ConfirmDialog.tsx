import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  open: boolean;
  title: string;
  /** What will happen, before it happens. */
  children: ReactNode;
  confirm: string;
  cancel?: string;
  destructive?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says what a weighty action will do, and asks once. */
export function ConfirmDialog(props: Props) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <Dialog open={props.open} onClose={props.onCancel} maxWidth="xs" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{props.title}</DialogTitle>
      <DialogContent>{props.children}</DialogContent>
      <DialogActions>
        <Button onClick={props.onCancel} color="inherit">
          {props.cancel ?? t('action.cancel')}
        </Button>
        <Button
          variant="contained"
          color={props.destructive ? 'error' : 'primary'}
          loading={props.busy}
          onClick={props.onConfirm}
          autoFocus
        >
          {props.confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
