import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { V1ReplacementPlan } from '@/api/v1Replacement';
import { ReplacementFailure } from '@/api/v1Replacement';
import type { V1User } from '@/api/v1Users';
import { paths } from '@/lib/paths';
import { isGone } from '@/lib/permissionWords';
import type { Permission } from '@/lib/permissions';
import type { Surroundings } from '@/lib/surroundings';
import type { V1Grants } from '@/lib/v1Grants';
import { permissionsOf } from '@/lib/v1Grants';
import { interruptedOf } from '@/lib/v1Interrupted';
import type { ReplacementEnd, V1Replacement } from '@/lib/v1Replacement';
import { rehearsalName, restorable } from '@/lib/v1Replacement';
import { useInterrupted } from './useInterrupted';
import type { Replace } from './V1UserPage';

export interface UseApplyOptions {
  v1User: V1User;
  grants: V1Grants;
  around: Surroundings;
  onReplace: Replace;
}

export interface Apply {
  /** What would be sent; without the password it is a plan all the same. */
  plan: V1ReplacementPlan;
  /** Permissions that are not given again, as their buckets are gone. */
  left: readonly Permission[];
  password: string;
  setPassword: (password: string) => void;
  progress: V1Replacement | null;
  isRunning: boolean;
  /** It has worked: leaving loses nothing. */
  isDone: () => boolean;
  run: (from?: V1Replacement) => Promise<void>;
}

/** What is remembered stays: it has to be made again, or to be looked at. */
function keepsTrace(end: ReplacementEnd): boolean {
  return end === 'lost' || end === 'unknown';
}

function randomWord(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function useApply({ v1User, grants, around, onReplace }: UseApplyOptions): Apply {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [progress, setProgress] = useState<V1Replacement | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [random] = useState(randomWord);
  const isDone = useRef(false);
  const { remember, forget } = useInterrupted();
  const isMissing = ({ resource }: Permission) =>
    resource.type === 'buckets' && isGone(resource, around);
  const orgOf = (id: string) => around.buckets.get(id)?.orgID;
  const wanted = restorable(permissionsOf(grants, orgOf), isMissing);
  const plan: V1ReplacementPlan = {
    before: v1User,
    permissions: wanted.kept,
    restorable: restorable(v1User.permissions, isMissing).kept,
    password,
    rehearsalName: rehearsalName(v1User.token, random),
  };
  const run = async (from?: V1Replacement) => {
    setIsRunning(true);
    remember(interruptedOf(v1User, plan.permissions));
    const onProgress = (state: V1Replacement) => {
      setProgress(state);
      if (state.end !== null && !keepsTrace(state.end)) forget(v1User.id);
    };
    try {
      const { newID } = await onReplace({ ...plan, from, onProgress });
      isDone.current = true;
      if (newID !== undefined) await navigate(paths.v1User(server, newID), { replace: true });
    } catch (error) {
      if (!(error instanceof ReplacementFailure)) throw error;
    } finally {
      setIsRunning(false);
    }
  };
  return {
    plan,
    left: restorable(v1User.permissions, isMissing).left,
    password,
    setPassword,
    progress,
    isRunning,
    isDone: () => isDone.current,
    run,
  };
}
