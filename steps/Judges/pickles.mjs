// The examples we run are those that Cucumber's own compiler makes of the same files.
import fs from 'node:fs'
import path from 'node:path'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator } from '@cucumber/messages'
import { filesBelow, ofKind, readMessages, same, Verdict } from './bench.mjs'

const [file, folder] = process.argv.slice(2)
const messages = readMessages(file)
const verdict = new Verdict('pickles', 'examples')

// Ids are given by chance; what an id points at is its place in the file.
const withPlaces = (document, pickles) => {
  const places = new Map()
  const note = (node) => {
    if (node === null || typeof node !== 'object') return
    if (node.id !== undefined && node.location) places.set(node.id, `${node.location.line}:${node.location.column}`)
    Object.values(node).forEach(note)
  }
  note(document)
  return pickles.map(({ id, uri, ...pickle }) => ({
    ...pickle,
    tags: pickle.tags.map((tag) => ({ name: tag.name, at: places.get(tag.astNodeId) })),
    astNodeIds: pickle.astNodeIds.map((node) => places.get(node)),
    steps: pickle.steps.map(({ id: stepId, ...step }) => ({
      ...step,
      astNodeIds: step.astNodeIds.map((node) => places.get(node)),
    })),
  }))
}

for (const feature of filesBelow(folder, '.feature')) {
  const uri = `features/${path.relative(folder, feature).split(path.sep).join('/')}`
  const newId = IdGenerator.incrementing()
  const theirs = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(fs.readFileSync(feature, 'utf8'))
  const ours = ofKind(messages, 'gherkinDocument').find((document) => document.uri === uri)
  if (!ours) {
    verdict.find(uri, 'is not among our messages')
    continue
  }

  const expected = withPlaces(theirs, compile(theirs, uri, newId))
  const actual = withPlaces(ours, ofKind(messages, 'pickle').filter((pickle) => pickle.uri === uri))
  verdict.looked += expected.length
  if (expected.length !== actual.length) verdict.find(uri, `${actual.length} examples instead of ${expected.length}`)
  expected.forEach((pickle, at) => {
    if (actual[at] && !same(pickle, actual[at])) {
      verdict.find(`${uri}:${pickle.location.line}`, `${JSON.stringify(actual[at])} instead of ${JSON.stringify(pickle)}`)
    }
  })
}

verdict.close()
