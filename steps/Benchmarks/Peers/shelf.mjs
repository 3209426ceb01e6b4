// The store of every peer: a table in memory that is read at the start and written once at the end. It is cheaper than
// any database, because it is neither safe in a crash nor can anybody read it meanwhile.
import fs from 'node:fs'
import path from 'node:path'

export class Shelf {
  #folder
  #vectorBytes
  rows = new Map()
  notes = {}

  constructor(folder, vectorBytes) {
    this.#folder = folder
    this.#vectorBytes = vectorBytes
    if (!fs.existsSync(this.#file('rows.json'))) return
    const { rows, notes } = JSON.parse(fs.readFileSync(this.#file('rows.json'), 'utf8'))
    const vectors = fs.readFileSync(this.#file('vectors'))
    rows.forEach(([id, name, part], i) => this.put(id, name, part, vectors.subarray(i * vectorBytes, (i + 1) * vectorBytes)))
    this.notes = notes
  }

  put(id, name, part, vector) {
    this.rows.set(id, { name, part, vector })
  }

  delete(id) {
    this.rows.delete(id)
  }

  save() {
    const rows = [...this.rows]
    fs.mkdirSync(this.#folder, { recursive: true })
    const vectors = Buffer.allocUnsafe(rows.length * this.#vectorBytes)
    rows.forEach(([, { vector }], i) => vectors.set(vector, i * this.#vectorBytes))
    const text = JSON.stringify({ rows: rows.map(([id, { name, part }]) => [id, name, part]), notes: this.notes })
    fs.writeFileSync(this.#file('rows.json.new'), text)
    fs.writeFileSync(this.#file('vectors.new'), vectors)
    for (const name of ['rows.json', 'vectors']) fs.renameSync(this.#file(`${name}.new`), this.#file(name))
  }

  #file(name) {
    return path.join(this.#folder, name)
  }
}
