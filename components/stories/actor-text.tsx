import { visibleLine } from '@/components/text';
import type { Actor } from '@/lib/interface';

const KINDS: Readonly<Record<Actor['kind'], string>> = {
  user: 'user',
  'service-account': 'service account',
  pod: 'pod',
  workload: 'workload',
  node: 'node',
  address: 'address',
  domain: 'domain',
  image: 'image',
};
const VALUE_MAX = 120;

/** An actor by its kind and its name, cut where it would fill the line. */
export function ActorText({ actor }: { actor: Actor }) {
  return (
    <span className="inline-block max-w-full truncate align-bottom" title={visibleLine(actor.value)}>
      <span className="text-faint">{KINDS[actor.kind]}</span> {visibleLine(actor.value.slice(0, VALUE_MAX))}
    </span>
  );
}
