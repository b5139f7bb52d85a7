import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** Reads the next page of a list, while there is one. */
export function MorePages({ query }: Props) {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', p: 2 }}>
      <Button
        variant="outlined"
        color="inherit"
        loading={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t('action.loadMore')}
      </Button>
    </Box>
  );
}
