// The README's picture of the living documentation, from the page of a whole run: node steps/picture.mjs [PAGE]
// The gate leaves that page in .artifacts/reports; a page whose gate is not open is not shown to anybody.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const driver = new URL('../.artifacts/bin/Features/release/.playwright/package/', import.meta.url);
const target = fileURLToPath(new URL('../features/images/living-documentation.png', import.meta.url));
const { chromium } = createRequire(import.meta.url)(fileURLToPath(driver));
const page = new URL(process.argv[2] ?? '.artifacts/reports/index.html', `file://${process.cwd()}/`);
const beginning = 'a-branch-is-merged-with-a-merge-commit-';
const above = 16;

const browser = await chromium.launch({
  executablePath: process.env.SPECS_BROWSER ?? '/usr/bin/chromium',
  args: process.getuid() === 0 ? ['--no-sandbox'] : [],
});
const tab = await browser.newPage({ viewport: { width: 1240, height: 520 }, colorScheme: 'light' });
await tab.goto(page.href);
if (await tab.locator('#gate.open').count() === 0) {
  console.error(`The gate of ${page.pathname} is not open; run .ci/run until it is.`);
  process.exit(1);
}

// Features are unfolded while the browser has nothing else to do; where one stands is known when all are.
await tab.waitForFunction(() => !document.querySelector('.f noscript'));
const card = tab.locator(`section.s[id^="${beginning}"]`).first();
for (let offset = NaN, before; offset !== before;) {
  before = offset;
  offset = await card.evaluate((element, space) => new Promise(done => {
    scrollBy(0, element.getBoundingClientRect().top - space);
    requestAnimationFrame(() => requestAnimationFrame(() => done(Math.round(element.getBoundingClientRect().top))));
  }), above);
}
await tab.screenshot({ path: target });
await browser.close();
