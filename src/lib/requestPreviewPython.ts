import type { ApiCall } from './apiCall';
import { pathWithVariables } from './awaitedIds';
import { literal, pythonString } from './codeQuoting';
import { accessIdioms } from './requestPreviewPythonAccess';
import { dataIdioms } from './requestPreviewPythonData';
import { indented, raw, statement } from './requestPreviewPythonCode';

const idioms = [...dataIdioms, ...accessIdioms];

function resourcePath(path: string): unknown {
  const open = pathWithVariables(
    path,
    (text) => pythonString(text).slice(1, -1).replace(/[{}]/g, '$&$&'),
    (name) => `{os.environ['${name}']}`,
  );
  return open === undefined ? path : raw(`f"${open}"`);
}

function generic({ method, path, query, body }: ApiCall): string {
  return `client.api_client.call_api${statement('', {
    resource_path: resourcePath(path),
    method,
    query_params: query && raw(literal(Object.entries(query), 'python', '    ')),
    header_params:
      body === undefined
        ? undefined
        : { 'Content-Type': typeof body === 'string' ? 'text/plain' : 'application/json' },
    body,
    response_type: raw('object'),
  })}`;
}

/** A script for the package influxdb-client. */
export function pythonStatements(calls: readonly ApiCall[]): string {
  const names = new Set(['InfluxDBClient']);
  const lines = new Set<string>();
  const code = calls.map((call) => {
    for (const idiom of idioms) {
      const match = idiom.method === call.method ? idiom.path.exec(call.path) : null;
      const text = match && idiom.code(match[1] ?? '', call);
      if (!text) continue;
      for (const name of idiom.imports ?? []) names.add(name);
      if (idiom.importLine !== undefined) lines.add(idiom.importLine);
      return text;
    }
    return generic(call);
  });
  return [
    'import os',
    importOf([...names].toSorted()),
    ...lines,
    '',
    'with InfluxDBClient(os.environ["INFLUX_HOST"], os.environ["INFLUX_TOKEN"]) as client:',
    ...code.map(indented),
  ].join('\n');
}

function importOf(names: readonly string[]): string {
  const line = `from influxdb_client import ${names.join(', ')}`;
  if (line.length <= 80) return line;
  return `from influxdb_client import (\n${names.map((name) => `    ${name},\n`).join('')})`;
}
