import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router-dom';
import type { Action, Permission } from '@/lib/permissions';

/** A screen or a few of them, as the shell knows it: menu, breadcrumbs, command palette and router come from this. */
export interface Feature {
  label: string;
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Below its scope: `buckets` of an org is `/servers/:server/orgs/:orgId/buckets`. */
  path: string;
  /** server: 2.x, no org needed. org: 2.x, inside an org. database: the 1.x paths, for v1 users. */
  scope: 'server' | 'org' | 'database';
  /** What the first screen needs to show anything; the menu says so when it is missing. */
  needs?: (place: { orgId: string }) => Permission;
  /** On at least one bucket. */
  needsBucket?: Action;
  /** Paths below the feature's own `path`; pages by `lazy`. */
  routes: RouteObject[];
  /** Runs beside every screen of a 2.x server, and shows nothing. Lazy. */
  background?: ComponentType;
  /** Reached from elsewhere: neither in the menu nor in the palette. */
  isUnlisted?: boolean;
}

/** What a route's `handle` may say. A page may give it with its lazy component. */
export interface RouteHandle {
  /** Of which screen this route is: given by the router. */
  feature?: Feature;
  /** Text, or a component that shows the name of the object. */
  crumb?: string | ComponentType;
}
