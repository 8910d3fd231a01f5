import type { Feature } from '@/components/feature';
import { feature as home } from '@/features/home/feature';

/** In the order of the menu. */
export const features: readonly Feature[] = [home];
