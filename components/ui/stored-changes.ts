/**
 * Tells of changes to what this browser stores: those that other pages make, and those of this page, which says so by dispatching
 * an event of this name on its window. For `useSyncExternalStore`.
 */
export function storedChanges(name: string): (listener: () => void) => () => void {
  return (listener) => {
    window.addEventListener('storage', listener);
    window.addEventListener(name, listener);
    return () => {
      window.removeEventListener('storage', listener);
      window.removeEventListener(name, listener);
    };
  };
}
