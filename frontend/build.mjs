// Writes what the pages load: ../parley/web/static/{charts.js,htmx.min.js,THIRD-PARTY.txt}.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'parley', 'web', 'static');

mkdirSync(target, { recursive: true });
const built = await build({
  absWorkingDir: here,
  entryPoints: ['src/charts.js'],
  outfile: join(target, 'charts.js'),
  bundle: true,
  // Vega-Lite wants three small functions of it; the whole of Vega is twice what the charts use.
  alias: { vega: 'vega-util' },
  format: 'iife',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
copyFileSync(join(here, 'node_modules/htmx.org/dist/htmx.min.js'), join(target, 'htmx.min.js'));

const bundled = Object.values(built.metafile.outputs)[0].inputs;
const folders = Object.keys(bundled)
  .filter((path) => bundled[path].bytesInOutput > 0)
  .map((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0])
  .filter(Boolean);
const packages = [...new Set([...folders, 'node_modules/htmx.org'])].sort().map(about);
writeFileSync(join(target, 'THIRD-PARTY.txt'), notice(packages));

function about(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(here, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(here, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(here, folder, file), 'utf8').trim().replace(/[ \t\r]+$/gm, '') : '';
  return { name, version, license, text };
}

function notice(packages) {
  const list = packages.map((p) => `${p.name} ${p.version}  ${p.license}`);
  const texts = new Map();
  for (const p of packages) texts.set(p.text, [...(texts.get(p.text) ?? []), p.name]);
  const full = [...texts].filter(([text]) => text).map(([text, names]) => `${names.join(', ')}\n\n${text}`);
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  return `${['charts.js and htmx.min.js hold these packages:', list.join('\n')].join('\n\n')}${rule}${full.join(rule)}\n`;
}
