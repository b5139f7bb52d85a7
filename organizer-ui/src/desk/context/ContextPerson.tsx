import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Mail, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { HelpRequest } from '../../api/types';
import { PersonAvatar } from '../../components/PersonAvatar';
import { useNameOf } from '../names';
import { ContextSection } from './ContextSection';

/** Who asks for help, and what they chose to tell of themselves. */
export function ContextPerson({ participant }: { participant: HelpRequest['participant'] }) {
  const { t } = useTranslation('desk');
  const nameOf = useNameOf();
  const { id, name, phone, email } = participant;
  return (
    <ContextSection title={t('context.person')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <PersonAvatar id={id} name={name} size={40} />
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{nameOf(participant)}</Box>
          {!phone && !email && (
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              {t(name ? 'context.nothingShared' : 'context.anonymous')}
            </Box>
          )}
        </Box>
      </Box>
      {(phone || email) && (
        <Box sx={{ display: 'grid', gap: 0.75, mt: 1.25 }}>
          {phone && (
            <Detail icon={Phone} label={t('context.phone')} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
              {phone}
            </Detail>
          )}
          {email && (
            <Detail icon={Mail} label={t('context.email')} href={`mailto:${email}`}>
              {email}
            </Detail>
          )}
        </Box>
      )}
      <Link
        component={RouterLink}
        to={`/archive?participant=${id}`}
        sx={{ display: 'inline-block', mt: 1.25, fontSize: '0.875rem' }}
      >
        {t('context.allOfPerson')}
      </Link>
    </ContextSection>
  );
}

interface DetailProps {
  icon: typeof Phone;
  label: string;
  href: string;
  children: string;
}

function Detail({ icon: Icon, label, href, children }: DetailProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
      <Box component="span" sx={{ color: 'text.secondary', lineHeight: 0 }}>
        <Icon size={16} aria-label={label} />
      </Box>
      <Link href={href} sx={{ overflowWrap: 'anywhere' }}>
        {children}
      </Link>
    </Box>
  );
}
