// Hashing of words and of three bytes in a row into 384 signed sums, of length one: the kind of work that neap does for a
// vector. What it returns is kept by nobody: stores can only be compared where the same text has the same vector.
const dimensions = 384
const isWord = new Uint8Array(256)
for (let byte = 0; byte < 256; byte++) {
  isWord[byte] = byte >= 128 || /[0-9A-Za-z_]/.test(String.fromCharCode(byte)) ? 1 : 0
}

export function embed(text) {
  const bytes = Buffer.from(text)
  const sums = new Float32Array(dimensions)
  let [word, length] = [0x811c9dc5, 0]
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && isWord[bytes[i]]) {
      const byte = bytes[i] | 0x20
      word = Math.imul(word ^ byte, 0x01000193)
      if (++length >= 3) add(sums, Math.imul(((bytes[i - 2] | 0x20) << 16) ^ ((bytes[i - 1] | 0x20) << 8) ^ byte, 0x9e3779b1))
    } else if (length > 0) {
      add(sums, word)
      word = 0x811c9dc5
      length = 0
    }
  }
  let square = 0
  for (let i = 0; i < dimensions; i++) square += sums[i] * sums[i]
  const scale = square === 0 ? 0 : 1 / Math.sqrt(square)
  for (let i = 0; i < dimensions; i++) sums[i] *= scale
  return sums
}

function add(sums, hash) {
  const bits = (hash ^ (hash >>> 15)) >>> 0
  sums[bits % dimensions] += bits & 0x80000000 ? 1 : -1
}
