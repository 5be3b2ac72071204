// Reads lines of {"dialect", "schema", "instances"}; answers each with a list of true, false or "error: …", one an instance.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Ajv2020 = require('ajv/dist/2020');
const Ajv07 = require('ajv');
const addFormats = require('ajv-formats');

const options = { strict: false, allErrors: false, multipleOfPrecision: 9, validateSchema: false, logger: false };
const plain = (ajvModule) => ajvModule.default ?? ajvModule;

// The words of OpenAPI 3.0 that ajv's current drafts do not have.
function from30(node) {
  if (Array.isArray(node)) return node.map(from30);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, name === 'enum' ? value : from30(value)]));
  for (const [bound, exclusive] of [['minimum', 'exclusiveMinimum'], ['maximum', 'exclusiveMaximum']]) {
    if (typeof copy[exclusive] !== 'boolean') continue;
    if (copy[exclusive] && bound in copy) { copy[exclusive] = copy[bound]; delete copy[bound]; } else delete copy[exclusive];
  }
  return copy;
}

// Where ajv 8 departs from the specification, mended as narrowly as it can be, so that no pair has to be left out.
const mended = {
  // ajv-formats looks for one line that is base64; the format is about the whole text. This is its expression without the flag.
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?![\s\S])/,
  // ajv-formats takes every integer for one of 64 bits.
  int64: { type: 'number', validate: (value) => Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63 },
};

// ajv reads a variable of an earlier turn for a "contains" on an empty array, unless there is an upper bound; and it skips a "contains" beside
// "prefixItems" of which no schema applies, unless it stands in an "allOf". With both it means the same and is judged.
function mendContains(node) {
  if (Array.isArray(node)) return node.map(mendContains);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, name === 'enum' || name === 'const' ? value : mendContains(value)]));
  if (!('contains' in copy)) return copy;
  const { contains, minContains = 1, maxContains = 1_000_000, ...others } = copy;
  return { ...others, allOf: [...(others.allOf ?? []), { contains, minContains, maxContains }] };
}

const judges = { Draft202012: plain(Ajv2020), Draft07: plain(Ajv07), OpenApi30: plain(Ajv2020) };

for await (const line of createInterface({ input: process.stdin })) {
  if (line === '') continue;
  const { dialect, schema, instances } = JSON.parse(line);
  let answers;
  try {
    const ajv = new judges[dialect](options);
    plain(addFormats)(ajv);
    for (const [name, format] of Object.entries(mended)) ajv.addFormat(name, format);
    const judge = ajv.compile(dialect === 'OpenApi30' ? from30(schema) : dialect === 'Draft202012' ? mendContains(schema) : schema);
    answers = instances.map((instance) => {
      try { return judge(instance); } catch (error) { return `error: ${error.message}`; }
    });
  } catch (error) {
    answers = instances.map(() => `error: ${error.message}`);
  }
  console.log(JSON.stringify(answers));
}
