import { useNavigate } from 'react-router';
import { type Notice, useNotify } from '../../components/Notices';

/**
 * Says that a conversation is no longer one's own, and leads back to the desk, unless somebody has gone elsewhere by
 * then. What follows belongs to the call: its new state may come before the answer, and take away what asked.
 */
export function useBackToDesk() {
  const navigate = useNavigate();
  const notify = useNotify();
  return (call: Promise<unknown>, notice: Notice, refused: (error: unknown) => void) => {
    const from = window.location.pathname;
    const done = () => {
      notify(notice);
      if (window.location.pathname === from) void navigate('/desk');
    };
    void call.then(done, refused);
  };
}
