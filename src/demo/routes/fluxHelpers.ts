import type { App } from '@/demo/app';
import { compact, refuse } from '@/demo/errors';
import { place } from '@/demo/flux/ast';
import { loadFlux } from '@/demo/flux/load';
import { suggestion, suggestions } from '@/demo/flux/suggestions';
import { syntaxProblems } from '@/demo/flux/syntax';
import { wireTree } from '@/demo/flux/wireTree';
import { readGoBody } from '@/demo/goBody';
import { goStruct, goText } from '@/demo/goShape';
import type { DemoState } from '@/demo/state';

const BODY = goStruct('http.langRequest', { query: goText(), type: goText() });

function broken(): never {
  return refuse('internal error', 'An internal error has occurred - check server logs');
}

/** What editors ask: the tree of a script, its syntax errors, the functions there are. */
export function fluxHelperRoutes(app: App, state: DemoState): void {
  app.post('/api/v2/query/ast', async (c) => {
    const { query } = await readGoBody(c, BODY, { code: 'invalid', prefix: 'invalid json: ' });
    const file = (await loadFlux(state.fluxWasm)).parse(query);
    const [problem] = syntaxProblems(file);
    if (problem)
      refuse('invalid', `invalid AST: loc ${place(problem.location)}: ${problem.message}`);
    return compact(c, { ast: wireTree(file) });
  });

  app.post('/api/v2/query/analyze', async (c) => {
    const { query, type } = await readGoBody(c, BODY, {
      code: 'invalid',
      prefix: 'invalid json: ',
    });
    if (type !== 'flux') broken();
    const problems = syntaxProblems((await loadFlux(state.fluxWasm)).parse(query));
    const errors = problems.map(({ location: { start }, message }) => ({
      line: start.line,
      column: start.column,
      character: 0,
      message,
    }));
    return compact(c, { errors });
  });

  app.get('/api/v2/query/suggestions', async (c) =>
    compact(c, { funcs: await suggestions(await loadFlux(state.fluxWasm)) }),
  );

  app.get('/api/v2/query/suggestions/:name', async (c) => {
    const name = c.req.param('name');
    return compact(c, (await suggestion(await loadFlux(state.fluxWasm), name)) ?? broken());
  });
}
