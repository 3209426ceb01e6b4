// On every step of ours every definition of its kind matches or does not match, with the same arguments, as in
// Cucumber's own implementation of expressions.
import fs from 'node:fs'
import { CucumberExpression, ParameterType, ParameterTypeRegistry, RegularExpression } from '@cucumber/cucumber-expressions'
import { filesBelow, ofKind, readMessages, same, Verdict } from './bench.mjs'

const [file, sources] = process.argv.slice(2)
const messages = readMessages(file)
const verdict = new Verdict('expressions', 'pairs of step and definition')
const attribute = /\b(Given|When|Then|StepDefinition)\((@?)"((?:""|\\.|[^"\\])*)"\)/g
const kinds = new Map()

const unquote = (at, text) => (at ? text.replaceAll('""', '"') : text.replace(/\\(.)/g, '$1'))
for (const source of filesBelow(sources, '.cs')) {
  for (const [, kind, at, text] of fs.readFileSync(source, 'utf8').matchAll(attribute)) {
    const expression = unquote(at, text)
    const known = kinds.get(expression) ?? new Set()
    for (const one of kind === 'StepDefinition' ? ['Given', 'When', 'Then'] : [kind]) known.add(one)
    kinds.set(expression, known)
  }
}

const registry = new ParameterTypeRegistry()
for (const type of ofKind(messages, 'parameterType')) {
  if (!registry.lookupByTypeName(type.name)) {
    registry.defineParameterType(new ParameterType(type.name, type.regularExpressions, null, (...found) => found, false, false))
  }
}

// One text may stand over several methods, one for each kind; messages do not tell the kinds, so they count together.
const bySource = new Map()
for (const definition of ofKind(messages, 'stepDefinition')) {
  bySource.set(definition.pattern.source, [...(bySource.get(definition.pattern.source) ?? []), definition])
}

const definitions = [...bySource.values()].map(([definition, ...others]) => ({
  ids: [definition.id, ...others.map((other) => other.id)],
  source: definition.pattern.source,
  kinds: kinds.get(definition.pattern.source) ?? new Set(),
  expression: definition.pattern.type === 'CUCUMBER_EXPRESSION'
    ? new CucumberExpression(definition.pattern.source, registry)
    : new RegularExpression(new RegExp(definition.pattern.source), registry),
}))
for (const definition of definitions.filter((one) => one.kinds.size === 0)) {
  verdict.find(definition.source, 'was not found among the sources of the bindings')
}

// What their groups say, without what tells nothing.
const groupOf = ({ start, value, children }) => ({
  start: value === undefined || value === null ? undefined : start,
  value: value ?? undefined,
  children: children && children.length > 0 ? children.map(groupOf) : undefined,
})

const steps = new Map(ofKind(messages, 'pickle').flatMap((pickle) => pickle.steps.map((step) => [step.id, step])))
const kindOf = { Context: 'Given', Action: 'When', Outcome: 'Then' }
for (const testStep of ofKind(messages, 'testCase').flatMap((testCase) => testCase.testSteps)) {
  if (!testStep.pickleStepId) continue
  const step = steps.get(testStep.pickleStepId)
  for (const definition of definitions.filter((one) => one.kinds.has(kindOf[step.type]))) {
    verdict.looked++
    const found = definition.expression.match(step.text)
    const place = testStep.stepDefinitionIds.findIndex((id) => definition.ids.includes(id))
    if ((found !== null) !== (place >= 0)) {
      verdict.find(step.text, `${found ? 'fits' : 'does not fit'} '${definition.source}' for them, not for us`)
    } else if (found) {
      const ours = testStep.stepMatchArgumentsLists[place].stepMatchArguments.map(({ group }) => groupOf(group))
      const theirs = found.map(({ group }) => groupOf(group))
      if (!same(ours, theirs)) verdict.find(step.text, `${JSON.stringify(ours)} instead of ${JSON.stringify(theirs)}`)
    }
  }
}

verdict.close()
