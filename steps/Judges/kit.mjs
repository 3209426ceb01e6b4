// Our messages for the samples of Cucumber's compatibility kit are the kit's, but for what has to differ.
import fs from 'node:fs'
import path from 'node:path'
import { ofKind, readMessages, same, Verdict } from './bench.mjs'

const [kit, results] = process.argv.slice(2)
const verdict = new Verdict('kit', 'samples')
const excused = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'not-applicable.json'), 'utf8'))

// Ids are given by chance: everything is compared by what it says and where it stands.
const placesIn = (messages) => {
  const places = new Map()
  const note = (node) => {
    if (node === null || typeof node !== 'object') return
    if (node.id !== undefined && node.location) places.set(node.id, `${node.location.line}:${node.location.column}`)
    Object.values(node).forEach(note)
  }
  ofKind(messages, 'gherkinDocument').forEach(note)
  return places
}

const withoutIds = (node, places) => {
  if (Array.isArray(node)) return node.map((item) => withoutIds(item, places))
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(Object.entries(node)
    .filter(([name]) => name !== 'id')
    .map(([name, value]) => [
      name,
      name === 'astNodeIds' ? value.map((id) => places.get(id)) : name === 'astNodeId' ? places.get(value) : withoutIds(value, places),
    ]))
}

// Types of exceptions, stack frames and reasons are those of a language; the error's text and its step are not.
const resultOf = ({ status, exception, message }, isReference) => ({
  status,
  says: status === 'FAILED' ? exception?.message : undefined,
  line: status === 'FAILED' ? exception?.stackTrace.match(/\.feature:(?:line )?(\d+)/)?.[1] : undefined,
  reason: status === 'PENDING' || status === 'SKIPPED' ? { text: exception?.message, binding: isReference } : undefined,
})

const sameResult = (theirs, ours) =>
  same({ ...theirs, reason: 0, says: 0 }, { ...ours, reason: 0, says: 0 }) &&
  (theirs.says === undefined || theirs.says === ours.says || theirs.says.startsWith('Expected values')) &&
  (theirs.reason?.text === undefined || theirs.reason.text === ours.reason?.text)

// Definitions, hooks and parameters stand in the order of their files; ours in that of classes and names.
const sorted = (items) => items.map((item) => JSON.stringify(item)).sort()

function story(messages, isReference) {
  const places = placesIn(messages)
  const hooks = new Map(ofKind(messages, 'hook').map((hook) => [hook.id, `${hook.type} ${hook.tagExpression ?? ''}`]))
  const definitions = new Map(ofKind(messages, 'stepDefinition').map((one) => [one.id, one.pattern.source]))
  const texts = new Map(ofKind(messages, 'pickle').flatMap((pickle) => pickle.steps.map((step) => [step.id, step.text])))
  const attachments = ofKind(messages, 'attachment')
  const groupOf = (group) => ({
    value: group.value ?? undefined,
    start: group.value === undefined || group.value === null ? undefined : group.start,
    children: group.children?.length ? group.children.map(groupOf) : undefined,
  })
  const stepOf = (step) => ({
    hook: hooks.get(step.hookId),
    text: texts.get(step.pickleStepId),
    definitions: step.stepDefinitionIds?.map((id) => definitions.get(id)).sort(),
    matches: step.stepMatchArgumentsLists
      ?.map(({ stepMatchArguments }) => JSON.stringify(stepMatchArguments.map(({ group, parameterTypeName }) =>
        ({ group: groupOf(group), type: parameterTypeName ?? undefined }))))
      .sort(),
  })
  const scenarioOf = (pickle) => {
    const testCase = ofKind(messages, 'testCase').find((one) => one.pickleId === pickle.id)
    const attempts = ofKind(messages, 'testCaseStarted').filter((one) => testCase && one.testCaseId === testCase.id)
    return {
      steps: testCase?.testSteps.map(stepOf),
      suggested: ofKind(messages, 'suggestion')
        .filter(({ pickleStepId, snippets }) => snippets.length > 0 && pickle.steps.some((step) => step.id === pickleStepId))
        .map(({ pickleStepId }) => texts.get(pickleStepId)),
      attempts: attempts.map((attempt) => ({
        number: attempt.attempt,
        results: ofKind(messages, 'testStepFinished')
          .filter((one) => one.testCaseStartedId === attempt.id)
          .map((one) => ({
            step: testCase.testSteps.findIndex((step) => step.id === one.testStepId),
            result: resultOf(one.testStepResult, isReference),
            attached: attachments
              .filter((file) => file.testCaseStartedId === attempt.id && file.testStepId === one.testStepId)
              .map(({ body, contentEncoding, mediaType }) => ({ body, contentEncoding, mediaType })),
          })),
        finished: ofKind(messages, 'testCaseFinished').filter((one) => one.testCaseStartedId === attempt.id).length,
      })),
    }
  }

  return {
    sources: sorted(ofKind(messages, 'source').map(({ uri, data, mediaType }) => ({ uri, data, mediaType }))),
    documents: sorted(ofKind(messages, 'gherkinDocument').map((document) => ordered(withoutIds(document, places)))),
    pickles: sorted(ofKind(messages, 'pickle').map((pickle) => ordered(withoutIds(pickle, places)))),
    definitions: sorted(ofKind(messages, 'stepDefinition').map(({ pattern }) => ordered(pattern))),
    hooks: [...hooks.values()].sort(),
    parameters: sorted(ofKind(messages, 'parameterType').map(({ name, regularExpressions, useForSnippets }) =>
      ({ name, regularExpressions, useForSnippets }))),
    scenarios: ofKind(messages, 'pickle')
      .sort((left, right) => (`${left.uri}${left.location.line + 1e6}` < `${right.uri}${right.location.line + 1e6}` ? -1 : 1))
      .map(scenarioOf),
    runHooks: ofKind(messages, 'testRunHookFinished').map(({ result }) => result.status),
    finished: ofKind(messages, 'testRunFinished').map(({ success }) => success),
  }
}

const ordered = (value) => {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.keys(value).sort().filter((name) => value[name] !== null).map((name) => [name, ordered(value[name])]))
}

function differences(theirs, ours, at = '') {
  if (at.endsWith('/result')) return sameResult(theirs, ours) ? [] : [`${at}: ${JSON.stringify(ours)} instead of ${JSON.stringify(theirs)}`]
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    return theirs.length === ours.length
      ? theirs.flatMap((item, place) => differences(item, ours[place], `${at}/${place}`))
      : [`${at}: ${JSON.stringify(ours)} instead of ${JSON.stringify(theirs)}`]
  }
  if (theirs !== null && ours !== null && typeof theirs === 'object' && typeof ours === 'object') {
    return [...new Set([...Object.keys(theirs), ...Object.keys(ours)])]
      .flatMap((name) => differences(theirs[name], ours[name], `${at}/${name}`))
  }
  return theirs === ours ? [] : [`${at}: ${JSON.stringify(ours)} instead of ${JSON.stringify(theirs)}`]
}

for (const sample of fs.readdirSync(path.join(kit, 'features')).sort()) {
  const file = path.join(results, `${sample}.ndjson`)
  if (sample in excused) {
    if (fs.existsSync(file)) verdict.find(sample, 'is excused and yet it ran')
    continue
  }
  if (!fs.existsSync(file)) {
    verdict.find(sample, 'neither ran nor is excused in not-applicable.json')
    continue
  }

  verdict.looked++
  const theirs = story(readMessages(path.join(kit, 'features', sample, `${sample}.ndjson`)), true)
  const ours = story(readMessages(file), false)
  for (const difference of differences(theirs, ours)) verdict.find(sample, difference.slice(0, 600))
}

verdict.close()
