import type { Feature } from '@/components/feature';
import { feature as access } from '@/features/access/feature';
import { feature as activity } from '@/features/activity/feature';
import { feature as buckets } from '@/features/buckets/feature';
import { feature as dbrps } from '@/features/dbrps/feature';
import {
  databaseFeature as databaseExplorer,
  feature as explorer,
} from '@/features/explorer/feature';
import { feature as hierarchy } from '@/features/hierarchy/feature';
import { feature as home } from '@/features/home/feature';
import { feature as orgs, settingsFeature as orgSettings } from '@/features/orgs/feature';
import { feature as tokens } from '@/features/tokens/feature';
import { accountFeature as account } from '@/features/users/accountFeature';
import { feature as users } from '@/features/users/feature';
import { feature as v1Users } from '@/features/v1-users/feature';
import { databaseFeature as databaseWrite, feature as write } from '@/features/write/feature';

/** In the order of the menu. */
export const features: readonly Feature[] = [
  home,
  explorer,
  buckets,
  write,
  dbrps,
  orgSettings,
  access,
  tokens,
  v1Users,
  users,
  account,
  orgs,
  hierarchy,
  activity,
  databaseExplorer,
  databaseWrite,
];
