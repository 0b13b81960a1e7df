'use client';

import { createParser, useQueryState } from 'nuqs';
import { useCallback, useSyncExternalStore } from 'react';
import { storedChanges } from '@/components/ui';
import { isZone, type Zone } from './zone';

const STORAGE_KEY = 'trackway.zone';
const CHANGED = 'trackway:zone';
const onStoredChange = storedChanges(CHANGED);

const parseAsZone = createParser<Zone>({ parse: (text) => (isZone(text) ? text : null), serialize: (zone) => zone });

/**
 * The zone in which times are shown: what the address says, else what this person chose last, else UTC.
 * Choosing writes both, so that an address shows what its sender saw; a zone elsewhere comes from an address only.
 */
export function useZone(): readonly [Zone, (zone: Zone) => void] {
  const [addressed, setAddressed] = useQueryState('zone', parseAsZone);
  const preferred = useSyncExternalStore(onStoredChange, readPreference, () => 'utc' as const);
  const choose = useCallback(
    (zone: Zone) => {
      writePreference(zone);
      void setAddressed(zone === 'utc' ? null : zone);
    },
    [setAddressed],
  );
  return [addressed ?? preferred, choose];
}

function readPreference(): Zone {
  try {
    return window.localStorage.getItem(STORAGE_KEY) === 'local' ? 'local' : 'utc';
  } catch {
    return 'utc';
  }
}

function writePreference(zone: Zone): void {
  try {
    window.localStorage.setItem(STORAGE_KEY, zone);
  } catch {
    // A browser without storage still has the address.
  }
  window.dispatchEvent(new Event(CHANGED));
}
