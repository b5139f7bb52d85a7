import { createBrowserRouter, type RouteObject } from 'react-router';
import { RegistrationPage } from '../registrations/RegistrationPage';
import { SignInPage } from '../sessions/SignInPage';
import { Crashed } from './Crashed';
import { Home, Inside, ManagersOnly, MembersOnly } from './doors';
import { NotFound } from './NotFound';

/** The pages of members. Each is a part of its own that is fetched when it is first opened. */
const members: RouteObject[] = [
  {
    path: 'desk',
    lazy: async () => ({ Component: (await import('../desk/DeskPage')).DeskPage }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('../desk/layout/NothingChosen')).NothingChosen }),
      },
      {
        path: 'requests/:request',
        lazy: async () => ({ Component: (await import('../desk/queue/RequestPane')).RequestPane }),
      },
      {
        path: 'conversations/:conversation',
        lazy: async () => ({
          Component: (await import('../desk/conversations/ConversationPane')).ConversationPane,
        }),
      },
    ],
  },
  {
    path: 'organization',
    lazy: async () => ({ Component: (await import('../registrations/OrganizationPage')).OrganizationPage }),
  },
  { path: 'events', lazy: async () => ({ Component: (await import('../events/EventsPage')).EventsPage }) },
  {
    path: 'events/:event',
    lazy: async () => ({ Component: (await import('../events/EventPage')).EventPage }),
  },
  {
    path: 'events/:event/poster',
    lazy: async () => ({ Component: (await import('../events/PosterPage')).PosterPage }),
  },
  {
    Component: ManagersOnly,
    children: [
      {
        path: 'events/new',
        lazy: async () => ({ Component: (await import('../events/NewEventPage')).NewEventPage }),
      },
      {
        path: 'events/:event/edit',
        lazy: async () => ({ Component: (await import('../events/EditEventPage')).EditEventPage }),
      },
    ],
  },
  { path: 'team', lazy: async () => ({ Component: (await import('../team/TeamPage')).TeamPage }) },
];

const administrators: RouteObject[] = [
  {
    path: 'organizations',
    lazy: async () => ({ Component: (await import('../organizations/OrganizationsPage')).OrganizationsPage }),
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
