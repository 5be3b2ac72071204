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

const judges = { Draft202012: plain(Ajv2020), Draft07: plain(Ajv07), OpenApi30: plain(Ajv2020) };

for await (const line of createInterface({ input: process.stdin })) {
  if (line === '') continue;
  const { dialect, schema, instances } = JSON.parse(line);
  let answers;
  try {
    const ajv = new judges[dialect](options);
    plain(addFormats)(ajv);
    const judge = ajv.compile(dialect === 'OpenApi30' ? from30(schema) : schema);
    answers = instances.map((instance) => {
      try { return judge(instance); } catch (error) { return `error: ${error.message}`; }
    });
  } catch (error) {
    answers = instances.map(() => `error: ${error.message}`);
  }
  console.log(JSON.stringify(answers));
}
