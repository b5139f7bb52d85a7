import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Tooltip from '@mui/material/Tooltip';
import { Link2, Siren, Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useProblemText } from '../api/problems';
import type { Incident } from '../api/types';
import { Loading } from '../components/Loading';
import { ContextSection } from '../desk/context/ContextSection';
import { IncidentStatusChip } from './IncidentStatusChip';
import { useIncidents } from './useIncidents';
import { useUndoableUnlinking } from './useUndoableUnlinking';

interface Props {
  conversation: string;
  onCreate: () => void;
  onLink: () => void;
}

/** What a conversation tells of: its incidents, and the two ways to one. */
export function ContextIncidents({ conversation, onCreate, onLink }: Props) {
  const { t } = useTranslation('incidents');
  const problemText = useProblemText();
  const query = useIncidents({ conversation });
  const ways = [
    { text: t('new.open'), keys: 'o', icon: Siren, run: onCreate },
    { text: t('link.open'), keys: 'l', icon: Link2, run: onLink },
  ];
  return (
    <ContextSection title={t('title')}>
      {query.isPending && <Loading rows={1} height={40} />}
      {query.isError && <Box sx={{ color: 'text.secondary', mb: 1 }}>{problemText(query.error)}</Box>}
      {query.items.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 1.5, p: 0, display: 'grid', gap: 1.25 }}>
          {query.items.map((incident) => (
            <Linked key={incident.id} incident={incident} conversation={conversation} />
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {ways.map(({ text, keys, icon: Icon, run }) => (
          <Button
            key={keys}
            size="small"
            variant="outlined"
            color="inherit"
            aria-keyshortcuts={keys}
            startIcon={<Icon size={15} aria-hidden />}
            onClick={run}
          >
            {text}
          </Button>
        ))}
      </Box>
    </ContextSection>
  );
}

function Linked({ incident, conversation }: { incident: Incident; conversation: string }) {
  const { t } = useTranslation('incidents');
  const unlink = useUndoableUnlinking(incident);
  const label = t('unlink.label', { title: incident.title });
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Link
          component={RouterLink}
          to={`/incidents/${incident.id}`}
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {incident.title}
        </Link>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1,
            mt: 0.5,
            color: 'text.secondary',
            fontSize: '0.8125rem',
          }}
        >
          <IncidentStatusChip status={incident.status} />
          {t('conversations', { count: incident.conversations.length })}
        </Box>
      </Box>
      <Tooltip title={label}>
        <IconButton size="small" aria-label={label} onClick={() => unlink(conversation)}>
          <Unlink size={16} aria-hidden />
        </IconButton>
      </Tooltip>
    </Box>
  );
}
