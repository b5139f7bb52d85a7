import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Siren, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EventContext } from '../../api/types';
import { Loading } from '../../components/Loading';
import { ContextSection } from './ContextSection';

interface Props {
  query: { data: EventContext | undefined; isPending: boolean; isError: boolean };
}

const telephone = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`;

/** The event, and whom to call. */
export function ContextEvent({ query: { data, isPending } }: Props) {
  const { t } = useTranslation('desk');
  if (!data) {
    return (
      <ContextSection title={t('context.event')}>
        {isPending ? (
          <Loading rows={2} height={36} />
        ) : (
          <Typography color="textSecondary">{t('context.eventUnknown')}</Typography>
        )}
      </ContextSection>
    );
  }
  return (
    <>
      <ContextSection title={t('context.event')}>
        <Box sx={{ fontWeight: 600 }}>{data.name}</Box>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 0.75,
            color: 'text.secondary',
            fontSize: '0.875rem',
          }}
        >
          <UsersRound size={15} aria-hidden />
          {t('context.staffOnDuty', { count: data.staff_on_duty })}
        </Box>
      </ContextSection>
      <ContextSection title={t('context.contacts')}>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
          {data.emergency_number && (
            <Call name={t('context.emergency')} phone={data.emergency_number} urgent />
          )}
          {data.contacts.map((contact) => (
            <Call key={contact.id} name={contact.name} role={contact.role} phone={contact.phone} />
          ))}
        </Box>
        {!data.emergency_number && data.contacts.length === 0 && (
          <Typography color="textSecondary">{t('context.noContacts')}</Typography>
        )}
      </ContextSection>
    </>
  );
}

interface CallProps {
  name: string;
  role?: string | null;
  phone: string;
  urgent?: boolean;
}

function Call({ name, role, phone, urgent = false }: CallProps) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontWeight: 600 }}>
          {urgent && <Siren size={16} aria-hidden />}
          {name}
        </Box>
        {role && <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{role}</Box>}
      </Box>
      <Link href={telephone(phone)} sx={{ whiteSpace: 'nowrap', fontWeight: urgent ? 700 : undefined }}>
        {phone}
      </Link>
    </Box>
  );
}
