import lzString from 'lz-string';
import { z } from 'zod';
import type { TagFilter } from '@/lib/fluxBuilder';
import { windowFunctions } from '@/lib/fluxBuilder';
import type { UrlCodec } from '@/ui/useUrlState';

const schema = z.object({
  bucket: z.string().catch(''),
  measurement: z.string().catch(''),
  fields: z.array(z.string()),
  fn: z.enum(windowFunctions).catch('mean'),
  range: z.string().catch('1h'),
  every: z.string().catch('auto'),
  view: z.enum(['chart', 'table']).catch('chart'),
  /** Seconds between two runs; 0 is off. */
  refresh: z.coerce.number().int().min(0).max(3600).catch(0),
});

/** What a link to the explorer reproduces. */
export interface ExplorerState extends z.output<typeof schema> {
  tags: TagFilter[];
  /** Written by hand; null while the text is the builder's. */
  text: string | null;
}

/** Above this, a compressed text is shorter. */
const longText = 1500;

function readTags(pairs: readonly string[]): TagFilter[] {
  const tags = new Map<string, string[]>();
  for (const pair of pairs) {
    const [key, value] = pair.split('=').map(decodePart);
    if (key === undefined || key === '' || value === undefined) continue;
    tags.set(key, [...(tags.get(key) ?? []), value]);
  }
  return [...tags].map(([key, values]) => ({ key, values }));
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readText(params: URLSearchParams): string | null {
  const compressed = params.get('qz');
  if (compressed === null) return params.get('q');
  // The types know no null, which is what damaged text gives.
  return lzString.decompressFromEncodedURIComponent(compressed) as string | null;
}

function read(params: URLSearchParams): ExplorerState {
  const one = (name: string) => params.get(name) ?? undefined;
  const state = schema.parse({
    bucket: one('bucket'),
    measurement: one('m'),
    fields: params.getAll('f'),
    fn: one('fn'),
    range: one('range'),
    every: one('every'),
    view: one('view'),
    refresh: one('refresh'),
  });
  return { ...state, tags: readTags(params.getAll('t')), text: readText(params) };
}

function write(state: ExplorerState): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string, byDefault: string) => {
    if (value !== byDefault) params.set(name, value);
  };
  set('bucket', state.bucket, '');
  set('m', state.measurement, '');
  for (const field of state.fields) params.append('f', field);
  for (const { key, values } of state.tags) {
    for (const value of values) {
      params.append('t', `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
    }
  }
  set('fn', state.fn, 'mean');
  set('range', state.range, '1h');
  set('every', state.every, 'auto');
  set('view', state.view, 'chart');
  set('refresh', String(state.refresh), '0');
  if (state.text !== null) {
    if (state.text.length < longText) params.set('q', state.text);
    else params.set('qz', lzString.compressToEncodedURIComponent(state.text));
  }
  return params;
}

export const explorerUrl: UrlCodec<ExplorerState> = {
  keys: ['bucket', 'm', 'f', 't', 'fn', 'range', 'every', 'view', 'refresh', 'q', 'qz'],
  read,
  write,
};
