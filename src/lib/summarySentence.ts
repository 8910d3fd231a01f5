import { listText } from './listText';
import { classify, newerMissing } from './permissionClasses';
import type { Bits, HeldByName, PermissionIndex } from './permissionIndex';
import { bitsOrder, indexOf, isIdle, namesWith } from './permissionIndex';
import { actionVerbs, nameOfId, orgName, singular, typeWords } from './permissionWords';
import type { Permission } from './permissions';
import { capitalised } from './sentence';
import type { Surroundings } from './surroundings';

/** Said wherever write on a bucket is granted or shown. */
export const writeIncludes = 'Write on a bucket includes renaming and deleting it.';

interface Words {
  index: PermissionIndex;
  around: Surroundings;
  nameOf: (type: string, id: string) => string;
}

/** `the buckets a and b of iot`, org by org; `the users ada and otto`. */
function idPhrases([type, ids]: readonly [string, HeldByName], bits: Bits, words: Words): string[] {
  const byOrg = new Map<string, string[]>();
  for (const id of namesWith(ids, bits)) {
    const orgID = (type === 'buckets' && words.around.buckets.get(id)?.orgID) || '';
    const names = byOrg.get(orgID);
    const name = words.nameOf(type, id);
    if (names) names.push(name);
    else byOrg.set(orgID, [name]);
  }
  return [...byOrg].map(([orgID, names]) => {
    const what = names.length > 1 ? typeWords(type) : singular(type);
    const where = orgID ? ` of ${orgName(orgID, words.around)}` : '';
    return `the ${what} ${listText(names)}${where}`;
  });
}

/** What is read, written, or both: one clause of the sentence. */
function clause(bits: Bits, words: Words): string[] {
  const { everywhere, inOrg, byId } = words.index;
  const unscoped = namesWith(everywhere, bits).map(typeWords);
  const phrases = [
    ...(unscoped.length > 0 ? [`${listText(unscoped)} in every org`] : []),
    ...[...byId].flatMap((ids) => idPhrases(ids, bits, words)),
    ...[...inOrg].flatMap(([orgID, types]) => {
      const names = namesWith(types, bits).filter((type) => !isIdle({ type, orgID }));
      const all = names.map(typeWords);
      return all.length > 0 ? [`${listText(all)} of ${orgName(orgID, words.around)}`] : [];
    }),
  ];
  return phrases.length > 0 ? [`${actionVerbs[bits]} ${phrases.join(' and ')}`] : [];
}

function writtenBuckets({ everywhere, inOrg, byId }: PermissionIndex): number {
  const wide = [everywhere, ...inOrg.values()].some((held) => (held.get('buckets') ?? 0) & 2);
  if (wide) return Infinity;
  return [...(byId.get('buckets')?.values() ?? [])].filter((bits) => bits & 2).length;
}

function writeSentence(index: PermissionIndex): string[] {
  const count = writtenBuckets(index);
  if (count === 0) return [];
  if (count === Infinity) {
    return ['May also create, rename and delete buckets there, as write includes that.'];
  }
  return [
    `May also rename and delete ${count === 1 ? 'this bucket' : 'these buckets'}, as write includes that.`,
  ];
}

function idleSentence({ inOrg }: PermissionIndex): string[] {
  const types = ['orgs', 'users'].filter((type) =>
    [...inOrg.values()].some((held) => held.has(type)),
  );
  return types.length > 0 ? [`Org-wide permissions for ${listText(types)} match nothing.`] : [];
}

/** Operator and all-access are known by what they do, not by a list. */
function fullSentence(words: Words, granted: readonly Permission[]): string | undefined {
  const { index, around } = words;
  const held = classify(granted, around.types);
  const without = held.olderSet
    ? ` Without ${listText(newerMissing(granted, around.types).map(typeWords))}, which came with newer servers.`
    : '';
  if (held.class === 'operator' || index.everywhere.has('instance')) {
    return `Does everything in every org, to users and their passwords too.${without}`;
  }
  if (held.class !== 'all-access') return undefined;
  const [orgID = ''] = index.inOrg.keys();
  const users = [...(index.byId.get('users')?.keys() ?? [])].map((id) => words.nameOf('users', id));
  const also = `and changes the ${users.length > 1 ? 'users' : 'user'} ${listText(users)}`;
  return `Does everything in ${orgName(orgID, around)}, ${also}.${without}`;
}

/** What a set of permissions allows, in plain sentences. */
export function summarySentence(permissions: readonly Permission[], around: Surroundings): string {
  const index = indexOf(permissions);
  const nameOf = (type: string, id: string) => {
    const name = nameOfId(type, id, permissions, around);
    if (name !== undefined) return name;
    return type === 'buckets' && around.isComplete ? `${id} (gone)` : id;
  };
  const words = { index, around, nameOf };
  const full = fullSentence(words, permissions);
  if (full !== undefined) return full;
  const clauses = bitsOrder.flatMap((bits) => clause(bits, words)).join(', ');
  const first = clauses ? `${capitalised(clauses)}.` : 'Grants nothing.';
  return [first, ...writeSentence(index), ...idleSentence(index)].join(' ');
}
