import type { Feature } from '@/components/feature';
import { feature as buckets } from '@/features/buckets/feature';
import { feature as home } from '@/features/home/feature';
import { feature as orgs, settingsFeature as orgSettings } from '@/features/orgs/feature';

/** In the order of the menu. */
export const features: readonly Feature[] = [home, buckets, orgSettings, orgs];
