import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { V1User, V1UserDraft } from '@/api/v1Users';
import { v1UserCalls, v1UserMutations } from '@/api/v1Users';
import type { ApiCall } from '@/lib/apiCall';

/** Stands in the shown calls for the id that only the first answer tells. */
const newID = 'V1_USER_ID';

export interface NewV1User {
  /** It exists, but its password was refused: without one it cannot log in. */
  made: V1User | null;
  /** Creates it, or goes on with the password alone. */
  create: (draft: V1UserDraft, password: string) => Promise<V1User>;
  /** Takes the unfinished one back. */
  remove: () => Promise<void>;
  callsOf: (draft: V1UserDraft, password: string) => ApiCall[];
}

export function useNewV1User(): NewV1User {
  const [made, setMade] = useState<V1User | null>(null);
  const { mutateAsync: create } = useMutation(v1UserMutations.create);
  const { mutateAsync: setPassword } = useMutation(v1UserMutations.setPassword);
  const { mutateAsync: remove } = useMutation(v1UserMutations.remove);
  return {
    made,
    async create(draft, password) {
      const v1User = made ?? (await create(draft));
      try {
        await setPassword({ id: v1User.id, password });
      } catch (error) {
        setMade(v1User);
        throw error;
      }
      return v1User;
    },
    async remove() {
      if (made) await remove(made.id);
      setMade(null);
    },
    callsOf: (draft, password) => [
      ...(made ? [] : [v1UserCalls.create(draft)]),
      v1UserCalls.setPassword({ id: made?.id ?? newID, password }),
    ],
  };
}
