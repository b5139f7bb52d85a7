import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { keeper } from '../api/clients';
import { NoticeProvider } from '../components/Notices';
import { ExpiredDialog } from '../sessions/ExpiredDialog';
import { followTabs } from '../sessions/tabs';
import { ThemeRoot } from '../theme/ThemeRoot';
import { createQueries } from './queries';
import { createRouter } from './routes';

/** Everything that stands around the pages. */
export function App() {
  const [queries] = useState(createQueries);
  const [router] = useState(createRouter);
  useEffect(() => {
    followTabs();
    void keeper.load();
  }, []);
  return (
    <ThemeRoot>
      <QueryClientProvider client={queries}>
        <NoticeProvider>
          <RouterProvider router={router} />
          <ExpiredDialog />
        </NoticeProvider>
      </QueryClientProvider>
    </ThemeRoot>
  );
}
