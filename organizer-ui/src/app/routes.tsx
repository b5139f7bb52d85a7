import { createBrowserRouter, type RouteObject } from 'react-router';
import { RegistrationPage } from '../registrations/RegistrationPage';
import { SignInPage } from '../sessions/SignInPage';
import { Crashed } from './Crashed';
import { Home, Inside, ManagersOnly, MembersOnly } from './doors';
import { NotFound } from './NotFound';
import { page } from './pages';

/** The pages of members. */
const members: RouteObject[] = [
  {
    path: 'desk',
    lazy: page(() => import('../desk/DeskPage'), 'DeskPage'),
    children: [
      {
        index: true,
        lazy: page(() => import('../desk/layout/NothingChosen'), 'NothingChosen'),
      },
      {
        path: 'requests/:request',
        lazy: page(() => import('../desk/queue/RequestPane'), 'RequestPane'),
      },
      {
        path: 'conversations/:conversation',
        lazy: page(() => import('../desk/conversations/ConversationPane'), 'ConversationPane'),
      },
      { path: 'team/:event', lazy: page(() => import('../desk/team/TeamPane'), 'TeamPane') },
    ],
  },
  {
    path: 'organization',
    lazy: page(() => import('../registrations/OrganizationPage'), 'OrganizationPage'),
  },
  {
    path: 'events/:event/announcements',
    lazy: page(() => import('../announcements/AnnouncementsPage'), 'AnnouncementsPage'),
  },
  { path: 'events', lazy: page(() => import('../events/EventsPage'), 'EventsPage') },
  {
    path: 'events/:event',
    lazy: page(() => import('../events/EventPage'), 'EventPage'),
  },
  {
    path: 'events/:event/poster',
    lazy: page(() => import('../events/PosterPage'), 'PosterPage'),
  },
  {
    Component: ManagersOnly,
    children: [
      {
        path: 'events/new',
        lazy: page(() => import('../events/NewEventPage'), 'NewEventPage'),
      },
      {
        path: 'events/:event/edit',
        lazy: page(() => import('../events/EditEventPage'), 'EditEventPage'),
      },
      { path: 'audit', lazy: page(() => import('../audit/AuditPage'), 'AuditPage') },
    ],
  },
  {
    path: 'saved-replies',
    lazy: page(() => import('../saved-replies/SavedRepliesPage'), 'SavedRepliesPage'),
  },
  { path: 'incidents', lazy: page(() => import('../incidents/IncidentsPage'), 'IncidentsPage') },
  {
    path: 'incidents/:incident',
    lazy: page(() => import('../incidents/IncidentPage'), 'IncidentPage'),
  },
  { path: 'archive', lazy: page(() => import('../archive/ArchivePage'), 'ArchivePage') },
  { path: 'team', lazy: page(() => import('../team/TeamPage'), 'TeamPage') },
];

const administrators: RouteObject[] = [
  {
    path: 'organizations',
    lazy: page(() => import('../organizations/OrganizationsPage'), 'OrganizationsPage'),
  },
];

export const routes: RouteObject[] = [
  { path: '/sign-in', Component: SignInPage },
  { path: '/register', Component: RegistrationPage },
  {
    path: '/',
    Component: Inside,
    ErrorBoundary: Crashed,
    HydrateFallback: () => null,
    children: [
      { index: true, Component: Home },
      { Component: MembersOnly, ErrorBoundary: Crashed, children: members },
      ...administrators,
      { path: '*', Component: NotFound },
    ],
  },
];

export function createRouter() {
  return createBrowserRouter(routes);
}
