// LangChain: index() with a record manager. Usage: node langchain.mjs REPOSITORY PLAN STORE [given]
import { Document } from '@langchain/core/documents'
import { index, RecordManager } from '@langchain/core/indexing'
import { VectorStore } from '@langchain/core/vectorstores'
import { Embeddings } from '@langchain/core/embeddings'
import { cut, readFiles, readPlan } from './corpus.mjs'
import { embed } from './embedding.mjs'
import { Shelf } from './shelf.mjs'

const everything = 1_000_000

// The contract of LangChain's record managers over a map; its clock never stands still, so that no record looks stale.
class Records extends RecordManager {
  lc_namespace = ['neap', 'benchmark']
  records
  #last = 0

  constructor(records) {
    super()
    this.records = new Map(records)
  }

  async createSchema() {}

  async getTime() {
    this.#last = Math.max(this.#last + 0.001, Date.now())
    return this.#last
  }

  async update(keys, { groupIds } = {}) {
    const now = await this.getTime()
    keys.forEach((key, i) => this.records.set(key, [now, groupIds?.[i] ?? this.records.get(key)?.[1] ?? null]))
  }

  async exists(keys) {
    return keys.map((key) => this.records.has(key))
  }

  async listKeys({ before, after, limit, groupIds } = {}) {
    const keys = []
    for (const [key, [time, group]] of this.records) {
      if (keys.length === limit) break
      if (time <= (before ?? time) && time >= (after ?? time) && (groupIds?.includes(group) ?? true)) keys.push(key)
    }
    return keys
  }

  async deleteKeys(keys) {
    for (const key of keys) this.records.delete(key)
  }
}

// Makes a vector and returns neap's, or only the latter where vectors are given.
class Known extends Embeddings {
  #vectors

  constructor(vectors) {
    super({})
    this.#vectors = vectors
  }

  async embedDocuments(texts) {
    if (given === undefined) texts.forEach(embed)
    return texts.map((text) => this.#vectors.get(text))
  }

  async embedQuery(text) {
    return this.#vectors.get(text)
  }
}

class ShelfStore extends VectorStore {
  #shelf

  constructor(embeddings, shelf) {
    super(embeddings, {})
    this.#shelf = shelf
  }

  _vectorstoreType() {
    return 'shelf'
  }

  async addDocuments(documents, { ids }) {
    const vectors = await this.embeddings.embedDocuments(documents.map((document) => document.pageContent))
    documents.forEach(({ metadata }, i) => this.#shelf.put(ids[i], metadata.source, metadata.part, vectors[i]))
    return ids
  }

  async addVectors() {
    throw new Error('nobody asked for it')
  }

  async similaritySearchVectorWithScore() {
    throw new Error('nobody asked for it')
  }

  async delete({ ids }) {
    for (const id of ids) this.#shelf.delete(id)
  }
}

const [repository, planFolder, storeFolder, given] = process.argv.slice(2)
const plan = readPlan(planFolder)
const shelf = new Shelf(storeFolder, plan.vectorBytes)
const vectors = new Map()
const documents = []
for (const { name, text, parts } of await readFiles(repository, plan)) {
  parts.forEach((place, part) => {
    const pageContent = cut(text, place)
    vectors.set(pageContent, plan.vector(place[2]))
    documents.push(new Document({ pageContent, metadata: { source: name, part } }))
  })
}

const recordManager = new Records(shelf.notes.records)
await index({
  docsSource: documents,
  recordManager,
  vectorStore: new ShelfStore(new Known(vectors), shelf),
  options: { cleanup: 'full', sourceIdKey: 'source', batchSize: 1_000, cleanupBatchSize: everything },
})
shelf.notes.records = [...recordManager.records]
shelf.save()
