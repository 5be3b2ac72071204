// A page on another port tries to use a session: for each request given on standard input it sends what a browser lets it send, with the
// cookie. Prints every request that the target did not refuse, and whether the cookie came along at all.
const { chromium } = require('playwright-core');

const [browserPath, attacker, target, cookieName, cookieValue] = process.argv.slice(2);

// Below the page: the browser itself hides answers that are not for this page.
async function watch(context, page) {
  const sent = new Map();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.requestWillBeSent', ({ requestId, request }) => sent.set(requestId, request));
  network.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    const request = sent.get(requestId);
    if (!request?.url.startsWith(target) || request.method === 'OPTIONS') return;
    if (statusCode < 400) console.log(`${request.method} ${request.url} was answered ${statusCode}`);
    if (request.url.endsWith('/auth/me') && statusCode === 403) console.log('the cookie came along');
  });
}

(async () => {
  let input = '';
  for await (const part of process.stdin) input += part;
  const requests = JSON.parse(input);
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  const context = await browser.newContext();
  await context.addCookies([{ name: cookieName, value: cookieValue, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.goto(attacker);
  await watch(context, page);
  await page.evaluate(async ({ target, requests }) => {
    const tries = [
      (method) => ({ method, mode: 'no-cors', body: '{}' }),
      (method) => ({ method, mode: 'no-cors', body: new URLSearchParams({ name: 'x' }) }),
      (method) => ({ method, mode: 'cors', headers: { 'Content-Type': 'application/json' }, body: '{}' }),
      (method) => ({ method, mode: 'cors', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': 'guess' }, body: '{}' }),
    ];
    for (const { method, path } of requests) {
      for (const attempt of tries) {
        try {
          await fetch(target + path, { ...attempt(method), credentials: 'include' });
        } catch {
          // Refused by the browser itself.
        }
      }
    }
    await fetch(`${target}/api/v1/auth/me`, { mode: 'no-cors', credentials: 'include' }).catch(() => {});
  }, { target, requests });
  for (const { path } of requests.filter(({ method }) => method === 'POST').slice(0, 10)) {
    const form = await context.newPage();
    await form.goto(attacker);
    await watch(context, form);
    await form.setContent(`<form id="f" method="post" enctype="text/plain" action="${target}${path}"><input name='{"name":"' value='x"}'></form>`);
    await Promise.all([form.waitForNavigation(), form.evaluate(() => document.getElementById('f').submit())]);
    await form.close();
  }
  await browser.close();
})();
