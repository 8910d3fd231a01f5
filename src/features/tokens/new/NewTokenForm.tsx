import { useMutation } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { useCallback, useDeferredValue, useId, useMemo, useState } from 'react';
import { tokenMutations } from '@/api/tokens';
import { PermissionMatrix } from '@/components/matrix/PermissionMatrix';
import { useGranting } from '@/components/matrix/useGranting';
import type { Matrix } from '@/lib/permissionMatrix';
import type { Surroundings } from '@/lib/surroundings';
import { useSubmit } from '@/ui/form/useSubmit';
import type { Created } from './CreatedToken';
import { CreateBar } from './CreateBar';
import type { NewToken } from './newTokenDraft';
import { autoDescription, draftOf } from './newTokenDraft';
import classes from './newToken.module.css';
import { PresetList } from './PresetList';
import { TokenFields } from './TokenFields';
import { TokenOutlook } from './TokenOutlook';

export interface NewTokenFormProps {
  first: NewToken;
  around: Surroundings;
  /** With the secret: for the next screen only. */
  onCreated: (created: Created) => void;
}

export function NewTokenForm({ first, around, onCreated }: NewTokenFormProps) {
  const [token, setToken] = useState(first);
  const formId = useId();
  const { mutateAsync, isPending } = useMutation(tokenMutations.create);
  const granting = useGranting(token.orgID, token.ownerID, around);
  // A token with thousands of permissions takes its time: ticking and typing do not wait for it.
  const settled = useDeferredValue(token);
  const draft = useMemo(() => draftOf(settled, around), [settled, around]);
  const changeMatrix = useCallback(
    (change: (matrix: Matrix) => Matrix) =>
      setToken((before) => ({ ...before, matrix: change(before.matrix) })),
    [],
  );
  const form = {
    onSubmit: (send: (values: NewToken) => Promise<void>) => (event?: SyntheticEvent) => {
      event?.preventDefault();
      void send(token);
    },
  };
  const [asked, setAsked] = useState<NewToken | null>(null);
  const { submit, refusal } = useSubmit(form, async () => {
    setAsked(token);
    const sent = draftOf(token, around);
    if (sent && !isPending) onCreated({ token: await mutateAsync(sent), draft: sent });
  });
  return (
    <>
      <div className={classes.columns}>
        <aside className={classes.presets} aria-label="Presets">
          <PresetList token={settled} around={around} onChange={setToken} />
        </aside>
        <form id={formId} onSubmit={submit} noValidate className={classes.matrix}>
          <TokenFields
            token={token}
            placeholder={draft ? autoDescription(draft.permissions, around) : ''}
            onChange={setToken}
          />
          <PermissionMatrix
            matrix={token.matrix}
            onChange={changeMatrix}
            around={around}
            granting={granting}
          />
        </form>
        <aside className={classes.outlook} aria-label="What it will do">
          <TokenOutlook token={settled} draft={draft} around={around} />
        </aside>
      </div>
      <CreateBar
        formId={formId}
        token={token}
        draft={draft}
        refusal={asked && isSameAccess(asked, token) ? refusal : null}
        isSending={isPending}
      />
    </>
  );
}

/** A refusal is about what was asked for: with other permissions it says nothing. */
function isSameAccess(asked: NewToken, now: NewToken): boolean {
  return asked.matrix === now.matrix && asked.orgID === now.orgID && asked.ownerID === now.ownerID;
}
