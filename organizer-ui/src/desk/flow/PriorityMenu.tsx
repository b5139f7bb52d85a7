import ButtonBase from '@mui/material/ButtonBase';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useMutation } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, messenger } from '../../api/clients';
import { codeOf, extraOf, useProblemText } from '../../api/problems';
import type { Category, HelpRequest, Priority } from '../../api/types';
import { useNotify } from '../../components/Notices';
import { useShortcuts } from '../../shortcuts/ShortcutProvider';
import { useDesk } from '../client/hooks';
import { CATEGORY_ICONS } from '../queue/categories';
import { PriorityLabel } from '../queue/PriorityLabel';

const PRIORITIES: readonly Priority[] = ['critical', 'high', 'normal', 'low'];
const CATEGORIES = Object.keys(CATEGORY_ICONS) as Category[];

type Judgement = { priority: Priority } | { category: Category };

/** The priority of an open request, and the way to judge it anew. */
export function PriorityMenu({ request }: { request: HelpRequest }) {
  const { t } = useTranslation(['flow', 'desk']);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const judge = useJudgement(request);
  useShortcuts({ p: () => setOpen(true) });
  const choose = (judgement: Judgement) => {
    setOpen(false);
    judge(judgement);
  };
  return (
    <>
      <ButtonBase
        ref={button}
        aria-label={t('retriage.open', { priority: t(`desk:priority.${request.priority}`) })}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts="p"
        onClick={() => setOpen(true)}
        sx={{ borderRadius: 1.25, gap: 0.25, minHeight: 24 }}
      >
        <PriorityLabel priority={request.priority} />
        <ChevronDown size={14} aria-hidden />
      </ButtonBase>
      <Menu
        anchorEl={() => button.current}
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{ list: { 'aria-label': t('retriage.title'), dense: true } }}
      >
        <ListSubheader sx={{ lineHeight: '32px' }}>{t('retriage.priority')}</ListSubheader>
        {PRIORITIES.map((priority) => (
          <MenuItem
            key={priority}
            selected={priority === request.priority}
            onClick={() => choose({ priority })}
          >
            <PriorityLabel priority={priority} />
          </MenuItem>
        ))}
        <ListSubheader sx={{ lineHeight: '32px' }}>{t('retriage.category')}</ListSubheader>
        {CATEGORIES.map((category) => {
          const Icon = CATEGORY_ICONS[category];
          return (
            <MenuItem
              key={category}
              selected={category === request.category}
              onClick={() => choose({ category })}
              sx={{ gap: 1.25 }}
            >
              <Icon size={18} aria-hidden />
              {t(`desk:category.${category}`)}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}

/** Tells the service, says what is now, and offers the way back. */
function useJudgement(request: HelpRequest): (judgement: Judgement) => void {
  const { t } = useTranslation(['flow', 'desk', 'common']);
  const desk = useDesk();
  const notify = useNotify();
  const problemText = useProblemText();
  const edit = useMutation({
    mutationFn: (body: Judgement & { version?: number }) =>
      answer(
        messenger.PATCH('/messenger/v1/help-requests/{id}', { params: { path: { id: request.id } }, body }),
      ),
    onSuccess: (judged) => desk.queues.put(judged),
    onError: (error) => {
      const current = extraOf(error, 'current') as HelpRequest | undefined;
      if (current) desk.queues.put(current);
      const text = codeOf(error) === 'version_conflict' ? t('retriage.conflict') : problemText(error);
      notify({ tone: 'error', text });
    },
  });
  return (judgement) => {
    const before: Judgement =
      'priority' in judgement ? { priority: request.priority } : { category: request.category };
    const said = (now: Judgement) =>
      'priority' in now
        ? t('retriage.done', { priority: t(`desk:priority.${now.priority}`) })
        : t('retriage.doneCategory', { category: t(`desk:category.${now.category}`) });
    edit.mutate(
      { ...judgement, version: request.version },
      {
        onSuccess: () =>
          notify({
            tone: 'success',
            text: said(judgement),
            action: { label: t('common:action.undo'), run: () => edit.mutate(before) },
          }),
      },
    );
  };
}
