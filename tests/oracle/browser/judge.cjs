// Opens each page given after the browser's path, in light and dark and on a narrow screen with every detail open; prints what axe finds wrong.
const { readFileSync } = require('node:fs');
const { chromium } = require('playwright-core');

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [browserPath, ...pages] = process.argv.slice(2);

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  for (const path of pages) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 360, height: 700 } });
      const page = await context.newPage();
      await page.goto(`file://${path}`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document));
      if (passes.length === 0) console.log(`${path}: axe looked at nothing`);
      for (const rule of violations) console.log(`${path} (${colorScheme}): ${rule.id}: ${rule.help}: ${rule.nodes[0].html.slice(0, 200)}`);
      await context.close();
    }
  }
  await browser.close();
})();
