import { useSyncExternalStore } from 'react';

/**
 * False until scripts run. A form with a password waits for that: sent by the browser itself it would be refused, and its
 * page be gone.
 */
export function useScriptsRun(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
