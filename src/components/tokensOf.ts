import type { User } from '@/api/users';
import { paths } from '@/lib/paths';

/** The tokens of one user, by the facet of the token list. */
export function tokensOf(server: string, { name, status }: Pick<User, 'name' | 'status'>): string {
  return paths.tokens(server, status === 'inactive' ? `${name} (inactive)` : name);
}
