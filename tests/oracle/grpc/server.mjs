// Three gRPC servers on loopback: with the health service, with it over TLS, and without it. The first line of stdin is the certificate and its
// key as JSON; the ports are printed as JSON; when stdin ends, so does the program.
import { createInterface } from 'node:readline';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';

const statuses = { '': 'SERVING', shop: 'SERVING', stock: 'NOT_SERVING', draft: 'UNKNOWN' };

const lines = createInterface({ input: process.stdin });
lines.once('line', async (line) => {
  const { certificate, key } = JSON.parse(line);
  const tls = ServerCredentials.createSsl(null, [{ cert_chain: Buffer.from(certificate), private_key: Buffer.from(key) }]);
  console.log(JSON.stringify({
    health: await listening(withHealth(), ServerCredentials.createInsecure()),
    tls: await listening(withHealth(), tls),
    bare: await listening(new Server(), ServerCredentials.createInsecure()),
  }));
});
lines.on('close', () => process.exit(0));

function withHealth() {
  const server = new Server();
  new HealthImplementation(statuses).addToServer(server);
  return server;
}

function listening(server, credentials) {
  return new Promise((resolve, reject) => server.bindAsync('127.0.0.1:0', credentials, (error, port) => (error ? reject(error) : resolve(port))));
}
