import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { ListChecks, X } from 'lucide-react';
import { useCallback, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIncidentDialogs } from '../../incidents/useIncidentDialogs';
import { useMember } from '../../sessions/useSession';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { useMyConversations } from '../client/hooks';
import type { ConversationView } from '../client/view';
import { ListHeading } from '../layout/ListHeading';
import { VirtualList } from '../layout/VirtualList';
import { useNameOf } from '../names';
import { matches } from '../search';
import { AnswerMany } from './AnswerMany';
import { ConversationItem } from './ConversationItem';
import { inDeskOrder } from './rules';
import { type Selection, useSelection } from './useSelection';

const idOf = (view: ConversationView) => view.id;
const pathOf = (view: ConversationView) => `/desk/conversations/${view.id}`;

/** The open conversations of the member at this desk. */
export function MineList({ text = '' }: { text?: string }) {
  const { t } = useTranslation('desk');
  const id = useId();
  const { id: me } = useMember();
  const mine = useMyConversations();
  const nameOf = useNameOf();
  const views = useMemo(() => {
    const named = ({ state, messages }: ConversationView) => [
      nameOf(state?.participants[0]),
      state?.request?.text,
      messages.at(-1)?.body.text,
    ];
    const found = text ? mine.filter((view) => matches(named(view), text)) : mine;
    return inDeskOrder(found, me);
  }, [mine, me, text, nameOf]);
  const selection = useSelection();
  const { chosen, toggle } = selection;
  const render = useCallback(
    (view: ConversationView) => (
      <ConversationItem view={view} me={me} chosen={chosen?.has(view.id)} onChoose={toggle} />
    ),
    [me, chosen, toggle],
  );
  return (
    <section aria-labelledby={id}>
      <ListHeading id={id} title={t('list.mine')} count={views.length}>
        {views.length > 1 && <SelectToggle selection={selection} />}
      </ListHeading>
      {selection.chosen && <Selecting selection={selection} chosen={selection.chosen} views={views} />}
      {views.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1.25, pb: 1.5 }}>
          {t(text ? 'list.nothingFound' : 'list.mineEmpty')}
        </Typography>
      ) : (
        <VirtualList items={views} keyOf={idOf} pathOf={pathOf} render={render} />
      )}
    </section>
  );
}

/** In the head of the list: begins to choose, and ends it. */
function SelectToggle({ selection: { chosen, begin, end } }: { selection: Selection }) {
  const { t } = useTranslation('desk');
  const toggle = chosen ? end : begin;
  const label = t(chosen ? 'many.end' : 'many.choose');
  const Icon = chosen ? X : ListChecks;
  useShortcuts({ x: toggle });
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} aria-keyshortcuts="x" onClick={toggle}>
        <Icon size={18} aria-hidden />
      </IconButton>
    </Tooltip>
  );
}

interface SelectingProps {
  selection: Selection;
  chosen: ReadonlySet<string>;
  views: readonly ConversationView[];
}

/** What can be done with those that were chosen. */
function Selecting({ selection, chosen, views }: SelectingProps) {
  const { t } = useTranslation('desk');
  const [answering, setAnswering] = useState(false);
  const [text, setText] = useState('');
  // What was closed meanwhile is not answered any more.
  const ids = views.map(idOf).filter((id) => chosen.has(id));
  const all = ids.length === views.length;
  const requests = views.flatMap(({ id, state }) =>
    chosen.has(id) && state?.request ? [state.request] : [],
  );
  const incidents = useIncidentDialogs(requests, selection.end);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 1.25, pb: 1 }}>
      <Button size="small" variant="contained" disabled={ids.length === 0} onClick={() => setAnswering(true)}>
        {t('many.answer', { count: ids.length })}
      </Button>
      <Button size="small" variant="outlined" disabled={requests.length === 0} onClick={incidents.link}>
        {t('many.link')}
      </Button>
      <Button size="small" color="inherit" onClick={() => selection.set(all ? [] : views.map(idOf))}>
        {t(all ? 'many.none' : 'many.all')}
      </Button>
      {incidents.dialogs}
      <AnswerMany
        open={answering}
        conversations={ids}
        text={text}
        onText={setText}
        onSent={selection.end}
        onClose={() => setAnswering(false)}
      />
    </Box>
  );
}
