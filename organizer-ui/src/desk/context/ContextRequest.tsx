import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Answer, HelpRequest } from '../../api/types';
import { clock } from '../../texts/formats';
import { ContextSection } from './ContextSection';

interface Props {
  request: HelpRequest;
  zone: string | undefined;
}

/** What was asked for: the answers that set the priority, the zone, the words. */
export function ContextRequest({ request, zone }: Props) {
  const { t, i18n } = useTranslation('desk');
  const answers = Object.entries(request.triage) as [string, Answer][];
  return (
    <ContextSection title={t('context.request')}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.75 }}
      >
        <Row name={t('context.zone')}>{zone ?? <Quiet>{t('context.noZone')}</Quiet>}</Row>
        <Row name={t('context.opened')}>{clock(request.opened_at, i18n.language)}</Row>
        {answers.map(([question, answer]) => (
          <Row key={question} name={t(`triage.${question}` as 'triage.alone', { defaultValue: question })}>
            <Box
              component="span"
              sx={{
                fontWeight: answer === 'yes' ? 700 : 400,
                color: answer === 'unknown' ? 'text.secondary' : undefined,
              }}
            >
              {t(`answer.${answer}`)}
            </Box>
          </Row>
        ))}
      </Box>
    </ContextSection>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
        {children}
      </Box>
    </>
  );
}

function Quiet({ children }: { children: React.ReactNode }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {children}
    </Box>
  );
}
