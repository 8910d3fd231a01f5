/** A request to a real server and what it answered. */
export interface Exchange {
  about?: string;
  request: { method: string; path: string; headers: Record<string, string>; body?: string };
  response: { status: number; body?: string };
}

interface Transcript {
  name: string;
  exchanges: (Exchange & { captures?: Record<string, string> })[];
}

const transcripts = Object.values(
  import.meta.glob<Transcript>('/contract/influxdb-2.9/*.json', { eager: true, import: 'default' }),
);

function hexId(prefix: string, number: number): string {
  return prefix + number.toString(16).padStart(16 - prefix.length, '0');
}

/** What was captured stands for one id each; ids and tokens that nobody captured are others each time. */
function withIds(transcript: Transcript): Transcript {
  const names = transcript.exchanges.flatMap(({ captures = {} }) => Object.keys(captures));
  let text = JSON.stringify(transcript);
  [...new Set(names)].forEach((name, number) => {
    text = text.replaceAll(`{{${name}}}`, hexId('0e', number));
  });
  let unnamed = 0;
  text = text.replace(/<id>|<token>/g, () => hexId('0f', unnamed++));
  return JSON.parse(text) as Transcript;
}

/** One conversation with InfluxDB 2.9.1, its placeholders replaced by ids. */
export function recording(name: string): Exchange[] {
  const found = transcripts.find((transcript) => transcript.name === name);
  if (!found) throw new Error(`no recording ${name}`);
  return withIds(found).exchanges;
}

export function recordings(): { name: string; exchanges: Exchange[] }[] {
  return transcripts.map((transcript) => withIds(transcript));
}

/** Undefined for what is no JSON. */
export function jsonIn<T>(text: string | undefined): T | undefined {
  try {
    return JSON.parse(text ?? '') as T;
  } catch {
    return undefined;
  }
}
