import * as z from 'zod/mini';
import { nameOrId } from './credentialName';

const permission = z.object({
  action: z.enum(['read', 'write']),
  resource: z.object({
    type: z.string(),
    orgID: z.optional(z.string()),
    id: z.optional(z.string()),
  }),
});

/** The token to be replaced, as it was when the replacement began. */
const replaced = z.object({
  id: z.string(),
  description: z.string(),
  status: z.enum(['active', 'inactive']),
  orgID: z.string(),
  userID: z.string(),
  permissions: z.array(permission),
});

/** What the new token is to be. */
const draft = z.object({
  description: z.string(),
  userID: z.string(),
  permissions: z.array(permission),
});

const task = z.enum(['create', 'look', 'prove', 'deactivate', 'delete', 'reactivate', 'discard']);

const failure = z.object({ task, title: z.string(), detail: z.optional(z.string()) });

/** The secret is known to the tab that created the token, and to nobody else. */
const made = z.object({ id: z.string(), secret: z.optional(z.string()) });

/** What was asked with the new secret itself, and what came back. */
const proof = z.object({
  at: z.number(),
  lines: z.array(z.object({ words: z.string(), answer: z.string() })),
});

const always = {
  old: replaced,
  draft,
  /** Sent, and not answered yet. */
  running: z.optional(task),
  /** How the last task went wrong. */
  failure: z.optional(failure),
};

/** One replacement of a token, from choosing permissions to deleting the old one. */
export const replacementSchema = z.discriminatedUnion('step', [
  z.object({ ...always, step: z.literal('choose') }),
  /** Sent. `alike`: tokens that looked like the new one before. Without an answer, the list tells what happened. */
  z.object({ ...always, step: z.literal('create'), alike: z.array(z.string()) }),
  /** Created, but the answer with the secret never came. */
  z.object({ ...always, step: z.literal('lost'), made: z.array(z.string()) }),
  z.object({ ...always, step: z.literal('handOver'), made }),
  z.object({ ...always, step: z.literal('prove'), made }),
  z.object({
    ...always,
    step: z.literal('retire'),
    made,
    proof,
    /** When to deactivate the old one, in milliseconds. */
    dueAt: z.optional(z.number()),
    /** Deactivating was sent at least once: after a failure nobody knows. */
    isTried: z.boolean(),
  }),
  z.object({ ...always, step: z.literal('test'), made, proof }),
  z.object({ ...always, step: z.literal('undo'), made: z.string(), isOldOff: z.boolean() }),
  z.object({ ...always, step: z.literal('done'), made }),
  /** `left`: new tokens that were not deleted. */
  z.object({ ...always, step: z.literal('undone'), left: z.array(z.string()) }),
]);

export type Replacement = z.output<typeof replacementSchema>;
export type ReplacementStep = Replacement['step'];
export type ReplacementTask = z.output<typeof task>;
export type ReplacementFailure = z.output<typeof failure>;
export type ReplacedToken = z.output<typeof replaced>;
export type ReplacementDraft = z.output<typeof draft>;
export type MadeToken = z.output<typeof made>;
export type ReplacementProof = z.output<typeof proof>;

/** In sentences, which must tell one token from another. */
export function replacedName({ description, id }: ReplacedToken): string {
  return nameOrId({ name: description, id });
}

/** Ids of what was created for it: one, or several that look like it. */
export function newTokenIds(replacement: Replacement): string[] {
  if (!('made' in replacement)) return [];
  const { made } = replacement;
  if (typeof made === 'string') return [made];
  return 'id' in made ? [made.id] : made;
}

export function secretOf(replacement: Replacement): string | undefined {
  if (!('made' in replacement)) return undefined;
  const { made } = replacement;
  return typeof made === 'object' && 'id' in made ? made.secret : undefined;
}

function withMade(replacement: Replacement, change: (made: MadeToken) => MadeToken): Replacement {
  switch (replacement.step) {
    case 'handOver':
    case 'prove':
    case 'retire':
    case 'test':
    case 'done':
      return { ...replacement, made: change(replacement.made) };
    case 'choose':
    case 'create':
    case 'lost':
    case 'undo':
    case 'undone':
      return replacement;
  }
}

/** What may be kept beyond the tab. */
export function withoutSecret(replacement: Replacement): Replacement {
  return withMade(replacement, ({ id }) => ({ id }));
}

export function withSecret(replacement: Replacement, secret: string): Replacement {
  return withMade(replacement, ({ id }) => ({ id, secret }));
}
