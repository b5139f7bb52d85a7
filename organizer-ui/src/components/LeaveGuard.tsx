import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from './ConfirmDialog';

interface Props {
  /** True while something would be lost. */
  when: boolean;
  /** True once everything is saved. */
  released: () => boolean;
}

/** Asks before a page with unsaved changes is left. */
export function LeaveGuard({ when, released }: Props) {
  const { t } = useTranslation('events');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && !released() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!released()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when, released]);
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      destructive
      title={t('form.leaveTitle')}
      confirm={t('form.leave')}
      cancel={t('form.stay')}
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      <Typography>{t('form.leaveText')}</Typography>
    </ConfirmDialog>
  );
}
