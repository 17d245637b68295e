// The two hashes of the embedding layer, by Austin Appleby, public domain: MurmurHash64A for string ids and
// MurmurHash3 x64 128 for rows of the tables.

/** Id of a text given as UTF-8 (seed 1), stored as u64 at `out`. */
export function stringId(text: usize, length: i32, out: usize): void {
  const m: u64 = 0xc6a4a7935bd1e995;
  let hash: u64 = 1 ^ (<u64>length * m);
  const end = text + <usize>(length & ~7);
  for (; text < end; text += 8) {
    let word = load<u64>(text) * m;
    word ^= word >> 47;
    hash = (hash ^ (word * m)) * m;
  }
  const rest = length & 7;
  if (rest > 0) {
    for (let i = rest - 1; i >= 0; i -= 1) hash ^= (<u64>load<u8>(text + <usize>i)) << ((<u64>i) << 3);
    hash *= m;
  }
  hash ^= hash >> 47;
  hash *= m;
  store<u64>(out, hash ^ (hash >> 47));
}

/** The four table rows of the u64 key at `key`, as u32 at `out`, each below `rows`. */
export function keyRows(key: usize, seed: u32, rows: u32, out: usize): void {
  let k = load<u64>(key) * 0x87c37b91114253d5;
  k = rotl<u64>(k, 31) * 0x4cf5ad432745937f;
  let h1 = k ^ <u64>seed ^ 8;
  let h2 = <u64>seed ^ 8;
  h1 += h2;
  h2 += h1;
  h1 = finalMix(h1);
  h2 = finalMix(h2);
  h1 += h2;
  h2 += h1;
  store<u32>(out, <u32>h1 % rows);
  store<u32>(out, <u32>(h1 >> 32) % rows, 4);
  store<u32>(out, <u32>h2 % rows, 8);
  store<u32>(out, <u32>(h2 >> 32) % rows, 12);
}

function finalMix(value: u64): u64 {
  value ^= value >> 33;
  value *= 0xff51afd7ed558ccd;
  value ^= value >> 33;
  value *= 0xc4ceb9fe1a85ec53;
  return value ^ (value >> 33);
}
