import { assetRoutes } from './server/assets.ts';
import { apiRoutes } from './api/routes.ts';
import { accountRoutes } from './pages/account.ts';
import { alertsPage } from './pages/alerts.ts';
import { archiveRoutes } from './pages/archive.ts';
import { channelRoutes } from './pages/channels.ts';
import { deliveryRoutes } from './pages/deliveries.ts';
import { exportRoute } from './pages/export.ts';
import { feedActions } from './pages/feed-actions.ts';
import { feedsPage } from './pages/feeds.ts';
import { itemRoutes } from './pages/items.ts';
import { helpPage } from './pages/help.ts';
import { invitationRoutes } from './pages/invitations.ts';
import { logInRoutes } from './pages/log-in.ts';
import { oidcRoutes } from './pages/oidc.ts';
import { peopleRoutes } from './pages/people.ts';
import { routeRoutes } from './pages/routes.ts';
import { searchRoutes } from './pages/search.ts';
import { silenceRoutes } from './pages/silences.ts';
import { storiesPage } from './pages/stories.ts';
import { storyActions } from './pages/story-actions.ts';
import { storyPage } from './pages/story.ts';
import { systemPage } from './pages/system.ts';
import { topicRoutes } from './pages/topics.ts';
import { trendRoutes } from './pages/trends.ts';
import { whyPage } from './pages/why.ts';
import type { PluginRule, WebRoute } from './route.ts';

/**
 * Every route of the web side with the role it needs; no other route can be registered. Pages, forms and the API are
 * made from this table, and a test calls each of them with each role.
 */
export const ROUTES: readonly WebRoute[] = [
  ...assetRoutes,
  storiesPage,
  storyPage,
  ...storyActions,
  alertsPage,
  ...searchRoutes,
  exportRoute,
  ...archiveRoutes,
  feedsPage,
  ...feedActions,
  ...topicRoutes,
  ...trendRoutes,
  ...routeRoutes,
  ...silenceRoutes,
  ...channelRoutes,
  ...deliveryRoutes,
  ...itemRoutes,
  systemPage,
  whyPage,
  ...apiRoutes,
  helpPage,
  ...logInRoutes,
  ...invitationRoutes,
  ...oidcRoutes,
  ...accountRoutes,
  ...peopleRoutes,
];

/** The routes of plugins. `/metrics` and the callback of WebSub hubs have secrets of their own. */
export const PLUGIN_RULES: readonly PluginRule[] = [
  { method: 'GET', path: '/livez', access: 'anyone', about: 'This process answers', plugin: true },
  {
    method: 'GET',
    path: '/readyz',
    access: 'anyone',
    about: 'Everything that is needed answers',
    plugin: true,
  },
  {
    method: 'GET',
    path: '/health',
    access: 'anyone',
    about: 'Everything that is needed answers',
    plugin: true,
  },
  { method: 'GET', path: '/websub/:feedId/:token', access: 'anyone', about: 'Hubs ask', plugin: true },
  { method: 'POST', path: '/websub/:feedId/:token', access: 'anyone', about: 'Hubs push', plugin: true },
  { method: 'GET', path: '/alerts.atom', access: 'reader', about: 'Alerts as Atom', plugin: true },
  { method: 'GET', path: '/alerts.json', access: 'reader', about: 'Alerts as JSON Feed', plugin: true },
  { method: 'GET', path: '/events', access: 'reader', about: 'Alerts as server-sent events', plugin: true },
  { method: 'GET', path: '/queues*', access: 'owner', about: 'The queues', plugin: true },
];

/** `/metrics` is for a program with the token; where no token is configured, for every reader. */
export function metricsRule(token: string | undefined): PluginRule {
  return {
    method: 'GET',
    path: '/metrics',
    access: token === undefined ? 'reader' : 'anyone',
    about: 'Numbers for Prometheus',
    plugin: true,
  };
}
