/** Who comes in where. The services decide on each call; the doors only spare people pages that would refuse them. */

import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { homeOf, manages } from '../sessions/rules';
import { Unreachable } from '../sessions/Unreachable';
import { useSession, useSessionState } from '../sessions/useSession';
import { Shell } from '../shell/Shell';
import { NotFound } from './NotFound';
import { fetchPagesSoon } from './pages';

/** Only for those who are signed in; the others are brought back here after signing in. */
export function Inside() {
  const state = useSessionState();
  const { pathname, search } = useLocation();
  useEffect(fetchPagesSoon, []);
  if (state.phase === 'loading') return null;
  if (state.phase === 'unreachable') return <Unreachable />;
  if (state.phase === 'signed-out') {
    const from = pathname === '/' ? '' : `?from=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${from}`} replace />;
  }
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}

/** The first page of whoever is signed in. */
export function Home() {
  const session = useSession();
  return session ? <Navigate to={homeOf(session)} replace /> : null;
}

/** An organization that waits for approval may prepare, but has no desk. */
export function MembersOnly() {
  const member = useSession()?.member;
  const { pathname } = useLocation();
  if (!member) return <NotFound />;
  if (member.organization_status !== 'approved' && pathname.startsWith('/desk'))
    return <Navigate to="/organization" replace />;
  return <Outlet />;
}

/** For those who set things up. */
export function ManagersOnly() {
  const member = useSession()?.member;
  return member && manages(member) ? <Outlet /> : <NotFound />;
}
