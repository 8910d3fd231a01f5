import type { AccessColumns } from '@/lib/accessColumns';
import { inversionBuffers, invertAccess } from '@/lib/accessInversion';

self.addEventListener('message', ({ data }: MessageEvent<AccessColumns>) => {
  const inversion = invertAccess(data);
  self.postMessage(inversion, { transfer: inversionBuffers(inversion) });
});
