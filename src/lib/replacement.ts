import type {
  MadeToken,
  ReplacedToken,
  Replacement,
  ReplacementDraft,
  ReplacementFailure,
  ReplacementProof,
  ReplacementTask,
} from './replacementRecord';

export type ReplacementEvent =
  | { type: 'draft'; draft: ReplacementDraft }
  /** `alike`: ids of the tokens that look like the new one already. */
  | { type: 'create'; alike: string[] }
  | { type: 'created'; made: MadeToken }
  /** After a creation without an answer: what the list has now. */
  | { type: 'look' }
  | { type: 'found'; rows: readonly MadeToken[] }
  /** `isRefused`: the server has answered, and did nothing. */
  | { type: 'failed'; failure: ReplacementFailure; isRefused: boolean }
  /** The page was left and is back: what was running is not known. */
  | { type: 'resume' }
  | { type: 'stored' }
  | { type: 'know'; secret: string }
  | { type: 'prove' }
  | { type: 'proved'; proof: ReplacementProof }
  | { type: 'schedule'; at: number | undefined }
  | { type: 'deactivate' }
  | { type: 'deactivated' }
  | { type: 'delete' }
  | { type: 'deleted' }
  | { type: 'undo' }
  | { type: 'reactivated' }
  | { type: 'discarded' }
  /** Leave what was made as it is. */
  | { type: 'leave' }
  | { type: 'again' };

type Of<Type extends ReplacementEvent['type']> = Extract<ReplacementEvent, { type: Type }>;

/** Undefined: the event does not fit. */
type Handlers = {
  [Type in ReplacementEvent['type']]: (
    state: Replacement,
    event: Of<Type>,
  ) => Replacement | undefined;
};

export function beginReplacement(old: ReplacedToken, draft: ReplacementDraft): Replacement {
  return { step: 'choose', old, draft };
}

/** The last failure is over, and nothing runs. */
function base({ old, draft }: Replacement) {
  return { old, draft };
}

function start<State extends Replacement>(state: State, running: ReplacementTask): State {
  return { ...state, running, failure: undefined };
}

function noTrace(state: Replacement): Replacement {
  const { failure } = state;
  return {
    ...base(state),
    step: 'choose',
    failure: {
      task: 'create',
      title: 'No token was created',
      detail: failure?.task === 'create' ? failure.detail : undefined,
    },
  };
}

function failed(state: Replacement, { failure, isRefused }: Of<'failed'>) {
  if (state.running !== failure.task) return undefined;
  if (state.step === 'create' && failure.task === 'create' && isRefused) {
    return { ...base(state), step: 'choose' as const, failure };
  }
  return { ...state, running: undefined, failure };
}

const interrupted = {
  title: 'Interrupted',
  detail: 'The page was left before the server had answered.',
};

/** The new token, and whether the old one is off, or nobody knows. */
function undoable(state: Replacement): { made: string; isOldOff: boolean } | undefined {
  const isActive = state.old.status === 'active';
  switch (state.step) {
    case 'handOver':
    case 'prove':
      return { made: state.made.id, isOldOff: false };
    case 'retire':
      return { made: state.made.id, isOldOff: state.isTried && isActive };
    case 'test':
      return { made: state.made.id, isOldOff: isActive };
    case 'undo':
      return state;
    case 'lost': {
      const [only, ...others] = state.made;
      return only !== undefined && others.length === 0
        ? { made: only, isOldOff: false }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Undoing begins with the old token, so that its clients work before the new one goes. */
function undo(state: Replacement): Replacement | undefined {
  const undoing = undoable(state);
  if (!undoing) return undefined;
  const { made, isOldOff } = undoing;
  const task = isOldOff ? 'reactivate' : 'discard';
  return start({ ...base(state), step: 'undo', made, isOldOff }, task);
}

function leave(state: Replacement): Replacement | undefined {
  if (state.step === 'create') return { ...base(state), step: 'undone', left: [] };
  if (state.step === 'lost') return { ...base(state), step: 'undone', left: state.made };
  if (state.step !== 'undo' || state.isOldOff) return undefined;
  return { ...base(state), step: 'undone', left: [state.made] };
}

/** What a person may ask for while nothing runs, and what a task reports when it ends. */
const handlers: Handlers = {
  draft: (state, { draft }) => (state.step === 'choose' ? { ...state, draft } : undefined),
  create: (state, { alike }) =>
    state.step === 'choose'
      ? start({ ...base(state), step: 'create', alike }, 'create')
      : undefined,
  created: (state, { made }) =>
    state.running === 'create' ? { ...base(state), step: 'handOver', made } : undefined,
  look: (state) => (state.step === 'create' ? { ...state, running: 'look' } : undefined),
  found: (state, { rows }) => {
    if (state.step !== 'create' || state.running !== 'look') return undefined;
    const known = new Set(state.alike);
    const [first, ...others] = rows.filter(({ id }) => !known.has(id));
    if (!first) return noTrace(state);
    if (first.secret && others.length === 0) {
      return { ...base(state), step: 'handOver', made: first };
    }
    return { ...base(state), step: 'lost', made: [first, ...others].map(({ id }) => id) };
  },
  failed,
  // The list answers what became of both: sending it, and looking.
  resume: (state) => {
    if (!state.running) return undefined;
    const task = state.step === 'create' ? 'create' : state.running;
    return { ...state, running: undefined, failure: { task, ...interrupted } };
  },
  stored: (state) =>
    state.step === 'handOver' ? { ...base(state), step: 'prove', made: state.made } : undefined,
  know: (state, { secret }) =>
    state.step === 'handOver' || state.step === 'prove'
      ? { ...state, made: { ...state.made, secret } }
      : undefined,
  prove: (state) =>
    state.step === 'prove' && state.made.secret !== undefined ? start(state, 'prove') : undefined,
  proved: (state, { proof }) =>
    state.step === 'prove' && state.running === 'prove'
      ? { ...base(state), step: 'retire', made: state.made, proof, isTried: false }
      : undefined,
  schedule: (state, { at }) => (state.step === 'retire' ? { ...state, dueAt: at } : undefined),
  deactivate: (state) => {
    if (state.step !== 'retire') return undefined;
    if (state.old.status === 'inactive') {
      return { ...base(state), step: 'test', made: state.made, proof: state.proof };
    }
    return start({ ...state, isTried: true }, 'deactivate');
  },
  deactivated: (state) =>
    state.step === 'retire' && state.running === 'deactivate'
      ? { ...base(state), step: 'test', made: state.made, proof: state.proof }
      : undefined,
  delete: (state) => (state.step === 'test' ? start(state, 'delete') : undefined),
  deleted: (state) =>
    state.step === 'test' && state.running === 'delete'
      ? { ...base(state), step: 'done', made: state.made }
      : undefined,
  undo,
  reactivated: (state) =>
    state.step === 'undo' && state.running === 'reactivate'
      ? start({ ...state, isOldOff: false }, 'discard')
      : undefined,
  discarded: (state) =>
    state.step === 'undo' && state.running === 'discard'
      ? { ...base(state), step: 'undone', left: [] }
      : undefined,
  leave,
  again: (state) => (state.step === 'undone' ? { ...base(state), step: 'choose' } : undefined),
};

const reports = new Set<ReplacementEvent['type']>([
  'created',
  'found',
  'failed',
  'resume',
  'proved',
  'deactivated',
  'deleted',
  'reactivated',
  'discarded',
]);

/** The next state. An event that does not fit, or comes while something else runs, changes nothing. */
export function reduceReplacement<Type extends ReplacementEvent['type']>(
  state: Replacement,
  event: Of<Type>,
): Replacement {
  if (state.running && !reports.has(event.type)) return state;
  const handle = handlers[event.type] as Handlers[Type];
  return handle(state, event) ?? state;
}

/** Something exists or is switched off on the server that waits for the person. */
export function isUnfinished({ step }: Replacement): boolean {
  return step !== 'choose' && step !== 'done' && step !== 'undone';
}

/** How late Headgate may be and still act by itself: a tab that was closed asks instead. */
const graceMs = 60_000;

export type Due = 'waiting' | 'now' | 'missed';

/** Where the stated moment of deactivating lies; undefined without one, and once it was tried. */
export function dueOf(state: Replacement, now: number): Due | undefined {
  if (state.step !== 'retire' || state.dueAt === undefined) return undefined;
  if (now < state.dueAt) return 'waiting';
  return now - state.dueAt <= graceMs && !state.failure ? 'now' : 'missed';
}
