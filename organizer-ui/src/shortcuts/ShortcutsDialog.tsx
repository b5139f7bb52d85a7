import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { X } from 'lucide-react';
import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SHORTCUTS } from './list';

interface Props {
  open: boolean;
  onClose: () => void;
}

/** Every shortcut, by where it works. */
export function ShortcutsDialog({ open, onClose }: Props) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="md" fullWidth aria-labelledby={title}>
      <DialogTitle id={title} sx={{ pr: 7 }}>
        {t('shortcuts.title')}
        <IconButton
          aria-label={t('action.close')}
          onClick={onClose}
          sx={{ position: 'absolute', top: 12, right: 12 }}
        >
          <X size={20} aria-hidden />
        </IconButton>
      </DialogTitle>
      <DialogContent tabIndex={0}>
        <Typography color="textSecondary" sx={{ mb: 2.5 }}>
          {t('shortcuts.hint')}
        </Typography>
        <Box sx={{ columns: { md: 2 }, columnGap: 6, '& > section': { breakInside: 'avoid', pb: 3 } }}>
          {SHORTCUTS.map((group) => (
            <section key={group.title}>
              <Typography variant="overline" component="h3" sx={{ mb: 1 }}>
                {t(group.title)}
              </Typography>
              <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1, gridTemplateColumns: '1fr auto' }}>
                {group.items.map((item) => (
                  <Fragment key={item.text}>
                    <Box component="dt">{t(item.text)}</Box>
                    <Keys keys={item.keys} />
                  </Fragment>
                ))}
              </Box>
            </section>
          ))}
        </Box>
      </DialogContent>
    </Dialog>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <Box component="dd" sx={{ m: 0, display: 'flex', gap: 0.5, justifyContent: 'end', alignItems: 'start' }}>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </Box>
  );
}
