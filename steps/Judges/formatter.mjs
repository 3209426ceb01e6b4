// Feature files are laid out as Cucumber's own formatter lays them out; with --fix they are laid out so.
import fs from 'node:fs'
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { pretty } from '@cucumber/gherkin-utils'
import { IdGenerator } from '@cucumber/messages'
import { filesBelow, Verdict } from './bench.mjs'

const [folder, option] = process.argv.slice(2)
const verdict = new Verdict('formatter', 'files')
for (const feature of filesBelow(folder, '.feature')) {
  verdict.looked++
  const text = fs.readFileSync(feature, 'utf8')
  const document = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text)
  const wanted = pretty(document)
  if (wanted === text) continue
  if (option === '--fix') {
    fs.writeFileSync(feature, wanted)
  } else {
    const lines = text.split('\n')
    const at = wanted.split('\n').findIndex((line, place) => line !== lines[place])
    verdict.find(`${feature}:${at + 1}`, `'${lines[at]}' instead of '${wanted.split('\n')[at]}'`)
  }
}

verdict.close()
