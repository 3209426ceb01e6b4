// Every line of a message file is valid against the published schema of Cucumber Messages.
import fs from 'node:fs'
import path from 'node:path'
import { Verdict } from './bench.mjs'

const [file] = process.argv.slice(2)
const published = path.join(import.meta.dirname, 'node_modules/@cucumber/messages/messages.schema.json')
const { default: Ajv } = await import('ajv/dist/2020.js')
const schema = JSON.parse(fs.readFileSync(published, 'utf8'))
const ajv = new Ajv({ strict: false, allErrors: true })
const isValid = ajv.compile(schema)
const verdict = new Verdict('messages', 'lines')

fs.readFileSync(file, 'utf8').split('\n').forEach((line, at) => {
  if (line.length === 0) return
  verdict.looked++
  const message = JSON.parse(line)
  if (!isValid(message)) {
    const reasons = isValid.errors.map((error) => `${error.instancePath} ${error.message}`).join('; ')
    verdict.find(`${file}:${at + 1}`, `${Object.keys(message)}: ${reasons}`)
  }
})

verdict.close()
