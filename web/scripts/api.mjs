// Writes src/api/schema.d.ts from the server's API document; with --check it only says whether that file is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const target = new URL('../src/api/schema.d.ts', import.meta.url);
const document = JSON.parse(await readFile(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8'));

// Examples say nothing about types and are most of the text.
for (const operations of Object.values(document.paths)) {
  for (const operation of Object.values(operations)) {
    for (const answer of [operation.requestBody, ...Object.values(operation.responses ?? {})]) {
      for (const content of Object.values(answer?.content ?? {})) delete content.example;
    }
  }
}

const text = `// Generated from docs/api/openapi.json by "npm run api". Do not edit.\n${astToString(await openapiTS(document))}`;

if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present !== text) {
    console.error('src/api/schema.d.ts is not what docs/api/openapi.json says: run "npm run api" and look at what no longer fits.');
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}
