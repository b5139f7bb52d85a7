import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../components/FormSection';
import { useNotify } from '../components/Notices';
import type { ZoneInput } from './rules';
import type { EventEditing } from './useEventForm';
import { freshKey, useFocusNew } from './useRows';

/** The zones of an event, row by row. Enter adds the next one. */
export function ZonesEditor({ editing }: { editing: EventEditing }) {
  const { t } = useTranslation(['events', 'common']);
  const notify = useNotify();
  const focusNew = useFocusNew();
  const { form, rowError } = editing;
  const { zones } = form.values;
  const set = (next: ZoneInput[]) => form.set('zones', next);

  const add = () => {
    const key = freshKey();
    set([...zones, { key, name: '' }]);
    focusNew(`zone-${key}`);
  };
  const rename = (key: string, name: string) =>
    set(zones.map((zone) => (zone.key === key ? { ...zone, name } : zone)));
  const remove = (gone: ZoneInput) => {
    set(zones.filter((zone) => zone.key !== gone.key));
    if (gone.name.trim() === '') return;
    notify({
      text: t('form.removedZone'),
      action: { label: t('common:action.undo'), run: () => set(zones) },
    });
  };

  return (
    <FormSection title={t('form.zones')} hint={t('form.zonesHint')}>
      {zones.map((zone, index) => {
        const error = rowError('zones', zone.key, 'name');
        return (
          <Box key={zone.key} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
            <TextField
              id={`zone-${zone.key}`}
              name={`zone-${zone.key}`}
              value={zone.name}
              label={t('form.zoneName', { number: index + 1 })}
              error={error !== undefined}
              helperText={error}
              onChange={(event) => rename(zone.key, event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
            <IconButton
              aria-label={t('form.removeZone', { name: zone.name || t('form.unnamedZone') })}
              onClick={() => remove(zone)}
              sx={{ mt: 0.25 }}
            >
              <Trash2 size={18} aria-hidden />
            </IconButton>
          </Box>
        );
      })}
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<Plus size={17} aria-hidden />}
        onClick={add}
        sx={{ justifySelf: 'start' }}
      >
        {t('form.addZone')}
      </Button>
    </FormSection>
  );
}
