// The standard Cucumber report of a file of messages: node steps/standard-report.mjs MESSAGES TARGET
import { createReadStream, createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

const tools = new URL('../.artifacts/browser/', import.meta.url);
const entry = createRequire(new URL('package.json', tools)).resolve('@cucumber/html-formatter');
const { CucumberHtmlStream } = await import(pathToFileURL(entry));
const [messages, target] = process.argv.slice(2);
const html = new CucumberHtmlStream();
const file = html.pipe(createWriteStream(target));
for await (const line of createInterface({ input: createReadStream(messages) })) {
  if (line && !html.write(JSON.parse(line))) await new Promise(done => html.once('drain', done));
}
html.end();
await finished(file);
