import type { ApiCall } from '@/lib/apiCall';
import { request } from './client';

/** Sends a call that can be shown to people as it is sent. */
export function send<T>({ method, path, query, body }: ApiCall, signal?: AbortSignal): Promise<T> {
  return request<T>(path, { method, query, body, signal });
}
