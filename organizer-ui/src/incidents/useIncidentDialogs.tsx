import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpRequest } from '../api/types';
import { FormDialog } from '../components/FormDialog';
import { LinkForm } from './LinkForm';
import { NewIncidentForm } from './NewIncidentForm';

export interface IncidentDialogs {
  /** Opens the way to a new incident. */
  create: () => void;
  /** Opens the way to one that there is. */
  link: () => void;
  /** Stands somewhere on the page. */
  dialogs: ReactNode;
}

/** The two ways from conversations to an incident. */
export function useIncidentDialogs(
  requests: readonly HelpRequest[],
  onDone: () => void = () => undefined,
): IncidentDialogs {
  const { t } = useTranslation('incidents');
  const [shown, setShown] = useState<'nothing' | 'new' | 'link'>('nothing');
  const [first, ...rest] = requests;
  const close = () => setShown('nothing');
  const done = () => {
    close();
    onDone();
  };
  return {
    create: () => setShown('new'),
    link: () => setShown('link'),
    dialogs: first && (
      <>
        <FormDialog open={shown === 'new'} title={t('new.title')} width="sm" onClose={close}>
          <NewIncidentForm requests={[first, ...rest]} onDone={done} onClose={close} />
        </FormDialog>
        <FormDialog open={shown === 'link'} title={t('link.title')} width="sm" onClose={close}>
          <LinkForm requests={requests} onNew={() => setShown('new')} onDone={done} onClose={close} />
        </FormDialog>
      </>
    ),
  };
}
