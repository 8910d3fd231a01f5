import type { App } from '@/demo/app';
import type { DemoState } from '@/demo/state';
import { builtInRoutes } from './builtIn';
import { dashboardRoutes } from './dashboards';
import { monitoringRoutes } from './monitoring';
import { replicationRoutes } from './replications';
import { scraperRoutes } from './scrapers';
import { taskRoutes } from './tasks';
import { telegrafRoutes } from './telegrafs';
import { variableRoutes } from './variables';

/** The resources a token can be given a right to, besides those that Headgate manages. */
export function resourceRoutes(app: App, state: DemoState): void {
  for (const register of [
    variableRoutes,
    taskRoutes,
    telegrafRoutes,
    scraperRoutes,
    dashboardRoutes,
    monitoringRoutes,
    replicationRoutes,
    builtInRoutes,
  ]) {
    register(app, state);
  }
}
