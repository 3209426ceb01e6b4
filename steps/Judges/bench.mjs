// What all judges share: reading our messages, collecting findings, and saying how many things were looked at.
import fs from 'node:fs'
import path from 'node:path'

export const readMessages = (file) =>
  fs.readFileSync(file, 'utf8').split('\n').filter((line) => line.length > 0).map((line) => JSON.parse(line))

export const ofKind = (messages, kind) => messages.filter((message) => kind in message).map((message) => message[kind])

export function filesBelow(folder, ending) {
  return fs.readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name))
    .sort()
}

// Objects are compared by their content: members in any order, absent and undefined alike.
export const canonical = (value) => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value)
    .filter(([, member]) => member !== undefined && member !== null)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => [name, canonical(member)]))
}

export const same = (left, right) => JSON.stringify(canonical(left)) === JSON.stringify(canonical(right))

export class Verdict {
  constructor(judge, what) {
    this.judge = judge
    this.what = what
    this.looked = 0
    this.findings = []
  }

  find(place, message) {
    this.findings.push(`${place}: ${message}`)
  }

  // Nothing looked at is no verdict: it must not pass for agreement.
  close() {
    for (const finding of this.findings.slice(0, 20)) console.log(finding)
    console.log(`${this.judge}: ${this.looked} ${this.what}, ${this.findings.length} findings`)
    process.exit(this.looked > 0 && this.findings.length === 0 ? 0 : 1)
  }
}
