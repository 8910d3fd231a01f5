import { refuse } from '@/demo/errors';
import { GoJsonError } from '@/demo/goJson';
import { timeProblem } from '@/demo/goTime';
import { mediaType } from '@/demo/mediaType';
import { decodeGo, goBool, goPointer, goSlice, goStruct, goText, plain } from '@/demo/goShape';
import type { Shape } from '@/demo/goShape';
import type { File } from './ast';
import type { Annotation, Dialect } from './csvEncoder';
import type { QueryText } from './query';
import { parseTime } from './time';

export interface QueryRequest {
  text: QueryText;
  dialect: Dialect;
  /** Nanoseconds; null where the server's clock counts. */
  now: bigint | null;
}

const PREFIX = 'failed to decode request body: ';

export function undecodable(message: string): never {
  return refuse('invalid', PREFIX + message);
}

/** A Flux syntax tree, taken as it is: either a file or a package with files. */
const goTree: Shape<File | null> = {
  goType: 'json.RawMessage',
  zero: null,
  read: (value) => fileOf(plain(value)),
};

function fileOf(value: unknown): File | null {
  if (typeof value !== 'object' || value === null) return null;
  const tree = value as { body?: unknown; files?: unknown[] };
  if (Array.isArray(tree.files)) return fileOf(tree.files[0]);
  return Array.isArray(tree.body) ? (located(value) as File) : null;
}

const NOWHERE = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

/** Trees that clients make do not say where in a text their nodes are. */
function located(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(located);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, child]: [string, unknown]) => [
    name,
    located(child),
  ]);
  const node = Object.fromEntries(fields) as Record<string, unknown>;
  return 'type' in node ? { ...node, location: node['location'] ?? NOWHERE } : node;
}

const goTime: Shape<bigint | null> = {
  goType: 'time.Time',
  zero: null,
  read(value) {
    if (value.kind !== 'string') {
      throw new GoJsonError('Time.UnmarshalJSON: input is not a JSON string');
    }
    const problem = timeProblem(value.text);
    if (problem !== null) throw new GoJsonError(problem);
    return parseTime(value.text);
  },
};

const SHAPE = goStruct('http.QueryRequest', {
  query: goText(),
  type: goText(),
  ast: goTree,
  extern: goTree,
  now: goTime,
  dialect: goStruct('http.QueryDialect', {
    header: goPointer(goBool),
    delimiter: goText(),
    commentPrefix: goText(),
    dateTimeFormat: goText(),
    annotations: goSlice(goText()),
  }),
});

const ANNOTATIONS: readonly string[] = ['group', 'datatype', 'default'] satisfies Annotation[];

function isAnnotation(text: string): text is Annotation {
  return ANNOTATIONS.includes(text);
}

/** In UTF-8. */
function isOneByte(text: string): boolean {
  return text.length === 1 && text <= '\u007f';
}

function dialectOf(given: (typeof SHAPE)['zero']['dialect']): Dialect {
  const delimiter = given.delimiter || ',';
  if (given.commentPrefix !== '' && !isOneByte(given.commentPrefix)) {
    undecodable('invalid dialect comment prefix: must be length 0 or 1');
  }
  if (!isOneByte(delimiter)) undecodable('invalid dialect delimeter: must be length 1');
  const unknown = given.annotations.find((annotation) => !isAnnotation(annotation));
  if (unknown !== undefined) undecodable(`unknown dialect annotation type: ${unknown}`);
  if (!/^(RFC3339(Nano)?)?$/.test(given.dateTimeFormat)) {
    undecodable(`unknown dialect date time format: ${given.dateTimeFormat}`);
  }
  return {
    header: given.header ?? true,
    delimiter,
    annotations: given.annotations.filter(isAnnotation),
  };
}

const RAW: Dialect = { header: true, delimiter: ',', annotations: [] };

function isRawScript(request: Request): boolean {
  const media = mediaType(request.headers.get('Content-Type') || 'application/json');
  return 'problem' in media ? undecodable(media.problem) : media.type === 'application/vnd.flux';
}

export async function readQueryRequest(request: Request): Promise<QueryRequest> {
  const isRaw = isRawScript(request);
  const body = await request.text();
  if (isRaw) {
    if (body === '') undecodable('request body requires either query or AST');
    return { text: { query: body, extern: null, ast: null }, dialect: RAW, now: null };
  }
  const { query, type, ast, extern, now, dialect } = decode(body);
  if (query === '' && ast === null) undecodable('request body requires either query or AST');
  if (type !== '' && type !== 'flux') undecodable(`unknown query type: ${type}`);
  return {
    text: { query, extern, ast: query === '' ? ast : null },
    dialect: dialectOf(dialect),
    now,
  };
}

function decode(body: string): (typeof SHAPE)['zero'] {
  try {
    return decodeGo(body, SHAPE);
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    return undecodable(
      `failed parsing request body as JSON; if sending a raw Flux script, set 'Content-Type: application/vnd.flux' in your request headers: ${error.message}`,
    );
  }
}
