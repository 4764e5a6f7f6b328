/** Laying out memory: one thing after the other from the first free byte, each at a multiple of a cache line. */

let end: usize = (__heap_base + 63) & ~63;

export function take(bytes: usize): usize {
  const address = end;
  end = (end + bytes + 63) & ~63;
  return address;
}

export function taken(): usize {
  return end;
}
