import type { App } from '@/demo/app';
import type { DemoState } from '@/demo/state';

export function deleteRoutes(_app: App, _state: DemoState): void {}
