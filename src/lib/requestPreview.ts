import type { ApiCall } from './apiCall';
import { queryString } from './apiCall';
import { bodyWithVariables, pathWithVariables } from './awaitedIds';
import { Variable, jsString, literal, shellJson, shellQuoted } from './codeQuoting';
import { cliCommands } from './requestPreviewCli';
import { pythonStatements } from './requestPreviewPython';

export const previewKinds = ['curl', 'cli', 'python', 'javascript'] as const;
export type PreviewKind = (typeof previewKinds)[number];

const nothingSent = 'Nothing changed yet: nothing would be sent.';

/** The calls as something to paste. The address and every secret are variables. */
export function previewCode(calls: readonly ApiCall[], kind: PreviewKind): string {
  const shown = calls.map((call) => {
    const hidden = hideSecrets(call);
    return { ...hidden, body: bodyWithVariables(hidden.body) };
  });
  switch (kind) {
    case 'curl':
      return shown.length === 0 ? `# ${nothingSent}` : shown.map(curl).join('\n\n');
    case 'cli':
      return shown.length === 0 ? `# ${nothingSent}` : cliCommands(shown).join('\n\n');
    case 'python':
      return shown.length === 0 ? `# ${nothingSent}` : pythonStatements(shown);
    case 'javascript':
      return shown.length === 0 ? `// ${nothingSent}` : javascript(shown);
  }
}

/** Replaces secret values by variables named after their fields: `password` → `PASSWORD`. */
export function hideSecrets(call: ApiCall): ApiCall {
  const { secrets = [], body, query } = call;
  if (secrets.length === 0) return call;
  return {
    ...call,
    query: query && hideIn(query, secrets, (name) => `$${name}`),
    body: isRecord(body) ? hideIn(body, secrets, (name) => new Variable(name)) : body,
  };
}

function hideIn<Shown>(
  fields: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
  shown: (name: string) => Shown,
) {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      secrets.includes(key) ? shown(variableName(key)) : value,
    ]),
  ) as Record<string, Shown>;
}

function variableName(field: string): string {
  return field.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function curl(call: ApiCall): string {
  const path =
    pathWithVariables(call.path, inDoubleQuotes, (name) => `$${name}`) ?? inDoubleQuotes(call.path);
  const address = `"$INFLUX_HOST${path}${queryString(call.query)}"`;
  const lines = [
    `curl --request ${call.method} ${address}`,
    '--header "Authorization: Token $INFLUX_TOKEN"',
  ];
  if (typeof call.body === 'string') {
    lines.push('--header "Content-Type: text/plain; charset=utf-8"');
    lines.push(`--data-raw ${shellQuoted(call.body)}`);
  } else if (call.body !== undefined) {
    lines.push('--header "Content-Type: application/json"', `--data-raw ${shellJson(call.body)}`);
  }
  return lines.join(' \\\n  ');
}

function inDoubleQuotes(text: string): string {
  return text.replace(/[\\"$`]/g, '\\$&');
}

function inTemplate(text: string): string {
  return text.replace(/[\\`$]/g, '\\$&');
}

function jsTarget(path: string, search: string): string {
  const open = pathWithVariables(path, inTemplate, (name) => `\${process.env.${name}}`);
  return open === undefined ? jsString(path + search) : `\`${open}${inTemplate(search)}\``;
}

function javascript(calls: readonly ApiCall[]): string {
  const statements = calls.map(({ method, path, query, body }) => {
    const target = jsTarget(path, queryString(query));
    const sent = body === undefined ? "''" : literal(body, 'js');
    const type = typeof body === 'string' ? ", headers: { 'content-type': 'text/plain' }" : '';
    return `await influx.transport.request(${target}, ${sent}, { method: '${method}'${type} });`;
  });
  return [
    "import { InfluxDB } from '@influxdata/influxdb-client';",
    '',
    'const { INFLUX_HOST: url, INFLUX_TOKEN: token } = process.env;',
    'const influx = new InfluxDB({ url, token });',
    ...statements,
  ].join('\n');
}
