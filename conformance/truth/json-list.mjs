/**
 * The list that a JSON text is; null when it is anything else.
 * @param {string} text
 * @returns {any[] | null}
 */
export function parseList(text) {
  if (!/^\s*\[/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
