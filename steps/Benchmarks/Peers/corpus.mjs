// What every peer is given for nothing: which files belong to the index, where each is cut, and the vector of each part.
import fs from 'node:fs'
import path from 'node:path'
import { spawn } from 'node:child_process'

// { vectorBytes, files: [[path, content]], contents: [[blob, [[offset, length, vector], ...]]] }
export function readPlan(folder) {
  const plan = JSON.parse(fs.readFileSync(path.join(folder, 'plan.json'), 'utf8'))
  const vectors = fs.readFileSync(path.join(folder, 'vectors'))
  plan.vector = (number) => vectors.subarray(number * plan.vectorBytes, (number + 1) * plan.vectorBytes)
  return plan
}

// The files of the commit with their text, read through the same pipe that the limit is measured with.
export async function readFiles(repository, plan) {
  const texts = await readBlobs(repository, plan.contents.map(([blob]) => blob))
  return plan.files.map(([name, content]) => ({ name, text: texts[content], parts: plan.contents[content][1] }))
}

export const cut = (text, [offset, length]) => text.subarray(offset, offset + length).toString('utf8')

async function readBlobs(repository, blobs) {
  const git = spawn('git', ['-C', repository, 'cat-file', '--batch', '--buffer'], { stdio: ['pipe', 'pipe', 'ignore'] })
  git.stdin.end(blobs.map((blob) => `${blob}\n`).join(''))
  const reader = new Reader(git.stdout[Symbol.asyncIterator]())
  const texts = []
  for (let i = 0; i < blobs.length; i++) {
    const size = Number((await reader.line()).split(' ')[2])
    texts.push((await reader.take(size + 1)).subarray(0, size))
  }
  return texts
}

// Bytes of a stream, so many at a time; nothing is copied twice.
class Reader {
  #parts
  #rest = Buffer.alloc(0)

  constructor(parts) {
    this.#parts = parts
  }

  async line() {
    let end
    while ((end = this.#rest.indexOf(10)) < 0) await this.#more(1)
    return (await this.take(end + 1)).toString('latin1', 0, end)
  }

  async take(count) {
    if (this.#rest.length < count) await this.#more(count - this.#rest.length)
    const taken = this.#rest.subarray(0, count)
    this.#rest = this.#rest.subarray(count)
    return taken
  }

  async #more(count) {
    const parts = [this.#rest]
    while (count > 0) {
      const { value, done } = await this.#parts.next()
      if (done) throw new Error('git ended early')
      parts.push(value)
      count -= value.length
    }
    this.#rest = Buffer.concat(parts)
  }
}
