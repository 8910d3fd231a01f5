import type { App } from '@/demo/app';
import type { DemoState } from '@/demo/state';

export function v1UserRoutes(_app: App, _state: DemoState): void {}
