const STORAGE_KEY = 'trackway.recent-queries';
const MOST = 12;

/** The queries that this person ran last, the latest first. */
export function recentQueries(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberQuery(text: string): void {
  const query = text.trim();
  if (query === '') return;
  const queries = [query, ...recentQueries().filter((other) => other !== query)].slice(0, MOST);
  try {
    window.localStorage.setItem(STORAGE_KEY, JSON.stringify(queries));
  } catch {
    // Full or forbidden storage: the query runs all the same.
  }
}
