import { Suspense } from 'react';
import { useCaller } from '@/components/useCaller';
import { features } from './features';

const running = features.flatMap(({ background }) => background ?? []);

/** What features do while Headgate is open, whatever is on the screen. */
export function Background() {
  const { caller } = useCaller();
  if (caller.kind === 'v1') return null;
  return (
    <Suspense fallback={null}>
      {running.map((Running, index) => (
        <Running key={index} />
      ))}
    </Suspense>
  );
}
