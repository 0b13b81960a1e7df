/**
 * How many different things there were, of which each was put into one of `slots` slots by a hash, when so many slots were hit
 * (linear counting, Whang, Vander-Zanden and Taylor 1990). All slots hit: at least as many as there are.
 */
export function distinctEstimate(hit: number, slots: number): number {
  if (hit >= slots) return slots;
  return Math.round(-slots * Math.log(1 - hit / slots));
}

/** A slot for a text, the same each time (FNV-1a). */
export function slotOf(text: string, slots: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % slots;
}
