// An OpenID provider on loopback. Argument: where browsers come back to. Prints its issuer; the line "rotate" gives it a new signing key.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider from 'oidc-provider';

// Its advice goes where nobody reads answers.
console.info = console.warn = console.error;

const cookieKey = randomUUID();
let current;

const server = createServer((request, response) => current(request, response));
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  current = made(issuer);
  console.log(issuer);
  createInterface({ input: process.stdin })
    .on('line', () => {
      current = made(issuer);
      console.log('rotated');
    })
    .on('close', () => process.exit(0));
});

function made(issuer) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(issuer, {
    clients: [
      { client_id: 'my-spa', token_endpoint_auth_method: 'none', redirect_uris: [process.argv[2]], response_types: ['code'], grant_types: ['authorization_code'], application_type: 'native' },
      { client_id: 'machine', client_secret: 'a secret of the test', redirect_uris: [], response_types: [], grant_types: ['client_credentials'] },
    ],
    cookies: { keys: [cookieKey] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@example.com`, email_verified: true, name: `Name of ${id}` }) }),
    extraTokenClaims: () => ({ realm_access: { roles: ['developer'] } }),
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:my-api',
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: '', audience: 'my-api', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }),
      },
    },
  }).callback();
}
