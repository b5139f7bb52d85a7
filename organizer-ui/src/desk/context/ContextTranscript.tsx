import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { saveTranscript } from '../../archive/files';
import { useSaving } from '../../archive/useSaving';
import { ContextSection } from './ContextSection';

/** The conversation on paper: one that may be handed to the person, and one for colleagues. */
export function ContextTranscript({ conversation }: { conversation: string }) {
  const { t } = useTranslation('desk');
  const saving = useSaving((notes: boolean) => saveTranscript(conversation, notes));
  return (
    <ContextSection title={t('transcript.title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {[false, true].map((notes) => (
          <Button
            key={String(notes)}
            size="small"
            variant="outlined"
            color="inherit"
            loading={saving.isPending && saving.variables === notes}
            startIcon={<Download size={15} aria-hidden />}
            onClick={() => saving.mutate(notes)}
          >
            {t(notes ? 'transcript.withNotes' : 'transcript.forPerson')}
          </Button>
        ))}
      </Box>
    </ContextSection>
  );
}
