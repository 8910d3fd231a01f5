import { readFileSync } from 'node:fs';

const manifest = JSON.parse(
  readFileSync(new URL('dist/.vite/manifest.json', import.meta.url), 'utf8'),
);

/** The files that every page needs: the entry, what it imports statically, and their CSS. */
function needed(key, seen = new Set()) {
  if (seen.has(key)) return [];
  seen.add(key);
  const { file, css = [], imports = [] } = manifest[key];
  return [file, ...css, ...imports.flatMap((name) => needed(name, seen))];
}

export default [
  {
    name: 'entry: JavaScript and CSS that every page needs',
    path: [...new Set(needed('index.html'))].map((file) => `dist/${file}`),
    gzip: true,
    limit: '300 kB',
  },
];
