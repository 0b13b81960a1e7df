'use client';

import { CollectNote } from './collect-note';
import { HuntChooser } from './hunt-chooser';
import type { Collect } from './use-collect';

/** What collecting says and asks, over whatever page it is done on. */
export function Collecting({ collect }: { collect: Collect }) {
  return (
    <>
      <CollectNote collect={collect} />
      <HuntChooser collect={collect} />
    </>
  );
}
