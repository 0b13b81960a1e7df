'use client';

import { formatCount, formatCounted, visibleLine } from '@/components/text';
import { minuteTime, rangeLabel, type Zone } from '@/components/time';
import type { ProofComparison } from '@/lib/interface';
import { useProof } from './link-queries';
import { Item, Way } from './opening-item';
import { goneWords, proofWords, relationOf } from './proof-words';
import type { ExplorerState } from './use-explorer-state';

interface ProofLineProps {
  state: ExplorerState;
  /** The id of what was remembered when the address was shared; null: nothing was. */
  proof: string | null;
  zone: Zone;
  thisYear: number;
}

/** Whether a page shows what whoever shared it saw; and that it shows only what was added since, where it does. */
export function ProofLine({ state, proof, zone, thisYear }: ProofLineProps) {
  const { selection, actions } = state;
  const comparison = useProof(proof);
  const { data, error } = comparison;
  const showsAdded = selection.since !== null;
  return (
    <>
      {showsAdded ? (
        <Item action={<Way onClick={() => actions.setSince(null)}>Show all</Way>}>
          {selection.since === data?.id
            ? `Only the ${formatCounted(data.added, 'event')} added since ${sharing(data, zone)}`
            : 'Only events that were added since this was remembered'}
        </Item>
      ) : null}
      {proof !== null && comparison.isPending ? <Item>Comparing with what was seen then …</Item> : null}
      {proof !== null && error !== null ? (
        <Item action={<Way onClick={() => void comparison.refetch()}>Try again</Way>}>
          What was seen then could not be compared: {error.message}
        </Item>
      ) : null}
      {data === undefined || showsAdded ? null : <Compared {...{ state, zone, thisYear }} comparison={data} />}
    </>
  );
}

interface ComparedProps extends Omit<ProofLineProps, 'proof'> {
  comparison: ProofComparison;
}

function Compared({ state, comparison, zone, thisYear }: ComparedProps) {
  const { selection, actions } = state;
  const relation = relationOf(comparison, selection);
  const { id, added, same, selection: then } = comparison;
  if (relation === 'others') return null;
  const gone = goneWords(comparison);
  const range = rangeLabel(then.from, then.to, zone, thisYear);
  return (
    <Item
      action={
        relation === 'moved' ? (
          <Way onClick={() => actions.setThen(then.from, then.to, id)}>Show that range</Way>
        ) : added > 0 ? (
          <Way onClick={() => actions.setSince(id)}>Show the {formatCount(added)} added</Way>
        ) : null
      }
    >
      {relation === 'moved' ? `This range moves with the clock. Then it was ${range.text} ${range.zone}: ` : null}
      <span className="font-semibold text-text">{proofWords(comparison)}</span>
      {same ? ' as when ' : ' since '}
      {sharing(comparison, zone)}
      {gone === null ? null : `. ${gone}`}
    </Item>
  );
}

function sharing({ by, at }: ProofComparison, zone: Zone): string {
  return `${visibleLine(by)} shared this on ${minuteTime(at, zone)}`;
}
