// After the build: holds the script that the first page needs against its limit, and compresses what the server hands out as it is.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';

const limit = 250_000;
const smallest = 1024;
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const zip = (bytes) => promisify(gzip)(bytes, { level: 9 });
const brotli = (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
const critical = new Set();
function add(key) {
  const chunk = manifest[key];
  if (critical.has(chunk.file)) return;
  critical.add(chunk.file);
  for (const other of chunk.imports ?? []) add(other);
}
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
add(entry);
// The first page is not seen without a language and a screen; the largest of each counts.
const lazy = (manifest[entry].dynamicImports ?? []).filter((key) => key.startsWith('src/i18n/') || key.includes('/overview/'));
for (const key of lazy) add(key);

let total = 0;
for (const file of critical) total += (await zip(await readFile(join(dist, file)))).length;
console.log(`script on the critical path: ${(total / 1000).toFixed(1)} kB gzip in ${critical.size} files (limit ${limit / 1000} kB)`);
if (total > limit) {
  console.error('The console has grown over its limit: load what the first page does not need lazily.');
  process.exit(1);
}

const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((file) => file.isFile() && /\.(js|css|svg|json)$/.test(file.name)).map((file) => join(file.parentPath, file.name));
await Promise.all(
  files.map(async (file) => {
    const bytes = await readFile(file);
    if (bytes.length < smallest) return;
    await Promise.all([writeFile(`${file}.gz`, await zip(bytes)), writeFile(`${file}.br`, await brotli(bytes))]);
  }),
);
