import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../api/types';
import { clock } from '../../texts/formats';

/** What happened to the conversation itself. */
export function SystemLine({ message }: { message: Message }) {
  const { i18n } = useTranslation();
  return (
    <Box sx={{ textAlign: 'center', color: 'text.secondary', fontSize: '0.8125rem', py: 1 }}>
      {message.body.text} · {clock(message.at, i18n.language)}
    </Box>
  );
}
