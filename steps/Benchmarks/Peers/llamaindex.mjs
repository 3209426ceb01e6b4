// LlamaIndex.TS: the ingestion pipeline with a document store. Usage: node llamaindex.mjs REPOSITORY PLAN STORE [given]
import { Document, NodeRelationship, TextNode, TransformComponent } from '@llamaindex/core/schema'
import { KVDocumentStore } from '@llamaindex/core/storage/doc-store'
import { SimpleKVStore } from '@llamaindex/core/storage/kv-store'
import { BaseVectorStore } from '@llamaindex/core/vector-store'
import { DocStoreStrategy, IngestionPipeline } from 'llamaindex/ingestion'
import { cut, readFiles, readPlan } from './corpus.mjs'
import { embed } from './embedding.mjs'
import { Shelf } from './shelf.mjs'

class ShelfStore extends BaseVectorStore {
  storesText = false
  #shelf
  #ofFile = new Map()

  constructor(shelf, embeddingModel) {
    super({ embeddingModel })
    this.#shelf = shelf
    for (const [id, { name }] of shelf.rows) this.#note(name, id)
  }

  client() {
    return this.#shelf
  }

  async add(nodes) {
    for (const node of nodes) {
      this.#shelf.put(node.id_, node.sourceNode.nodeId, node.metadata.part, node.embedding)
      this.#note(node.sourceNode.nodeId, node.id_)
    }
    return nodes.map((node) => node.id_)
  }

  async delete(name) {
    for (const id of this.#ofFile.get(name) ?? []) this.#shelf.delete(id)
    this.#ofFile.delete(name)
  }

  async query() {
    throw new Error('nobody asked for it')
  }

  #note(name, id) {
    if (!this.#ofFile.has(name)) this.#ofFile.set(name, [])
    this.#ofFile.get(name).push(id)
  }
}

const [repository, planFolder, storeFolder, given] = process.argv.slice(2)
const plan = readPlan(planFolder)
const shelf = new Shelf(storeFolder, plan.vectorBytes)
const files = new Map()
for (const file of await readFiles(repository, plan)) files.set(file.name, file)

// The file's name is part of what the pipeline compares: two files of one content are two documents.
const documents = [...files.values()].map(({ name, text }) =>
  new Document({ id_: name, text: text.toString('utf8'), metadata: { name } }))

const split = new TransformComponent(async (nodes) => nodes.flatMap((document) => {
  const { text, parts } = files.get(document.id_)
  return parts.map((place, part) => new TextNode({
    id_: `${document.id_}#${part}`,
    text: cut(text, place),
    metadata: { part, vector: place[2] },
    relationships: { [NodeRelationship.SOURCE]: { nodeId: document.id_, hash: document.hash, metadata: {} } },
  }))
}))

// Makes a vector and returns neap's, or only the latter where vectors are given.
const addVectors = new TransformComponent(async (nodes) => {
  if (given === undefined) for (const node of nodes) embed(node.text)
  for (const node of nodes) node.embedding = plan.vector(node.metadata.vector)
  return nodes
})

const keys = SimpleKVStore.fromDict(shelf.notes.keys ?? {})
const pipeline = new IngestionPipeline({
  transformations: [split, addVectors],
  docStore: new KVDocumentStore(keys),
  docStoreStrategy: DocStoreStrategy.UPSERTS_AND_DELETE,
  vectorStore: new ShelfStore(shelf, addVectors),
  disableCache: true,
})
await pipeline.run({ documents })
shelf.notes.keys = keys.toDict()
shelf.save()
