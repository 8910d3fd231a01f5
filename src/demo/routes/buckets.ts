import type { App } from '@/demo/app';
import type { DemoState } from '@/demo/state';

export function bucketRoutes(_app: App, _state: DemoState): void {}
