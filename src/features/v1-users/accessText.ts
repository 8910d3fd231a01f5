import type { Bits } from '@/lib/permissionIndex';

const texts: Readonly<Record<Bits, string>> = {
  0: '',
  1: 'Read',
  2: 'Write',
  3: 'Read, Write',
};

export function accessText(held: Bits): string {
  return texts[held];
}
