import { Groups } from './groups';
import { habitsOf } from './habits';
import { carries, inOrder, type TellingActor, type ToldFinding } from './told-finding';

const HOUR = 3_600_000;
/** What one actor does with a night between is one story. It is half of what incident responders look back by at least, a day. */
const ACTOR_PAUSE = 24 * HOUR;
/** Others come to a place meanwhile: what is half a working day apart there has nothing to do with each other. */
const PLACE_PAUSE = 6 * HOUR;
/** A place that more than so many different actors were found at within its time says nothing: all are there. */
const PLACE_ACTORS = 8;
/** An actor with more findings than this without a pause is noise: it would tie together whatever touches it. */
const ACTOR_FINDINGS = 100;

/** Findings that belong together, in order, and which actors say so. */
export interface TiedFindings {
  readonly findings: readonly ToldFinding[];
  /** Keys of actors. */
  readonly ties: ReadonlySet<string>;
}

/** One actor's findings without a long pause, by their places in the list. */
interface Episode {
  readonly actor: TellingActor;
  readonly places: readonly number[];
}

/**
 * Puts findings that an actor has a part in, one soon after the other, into one group: each finding is in one, most alone.
 * What ties does not depend on the order of the list. `all` is in the order of time.
 */
export function tieFindings(all: readonly ToldFinding[]): TiedFindings[] {
  const groups = new Groups(all.length);
  const episodes = [...findingsByActor(all)]
    .flatMap(([, own]) => episodesOf(own, all))
    .filter((each) => ties(each, all));
  for (const { places } of episodes) {
    const [first = 0, ...others] = places;
    for (const place of others) groups.join(first, place);
  }
  const found = new Map<number, { findings: ToldFinding[]; ties: Set<string> }>();
  for (const [place, finding] of all.entries()) {
    const group = found.get(groups.of(place)) ?? { findings: [], ties: new Set<string>() };
    group.findings.push(finding);
    found.set(groups.of(place), group);
  }
  for (const { actor, places } of episodes) found.get(groups.of(places[0] ?? 0))?.ties.add(actor.key);
  return [...found.values()];
}

/** The findings that carry a story, in order, apart from those that can only stand in one. */
export function partFindings(all: readonly ToldFinding[]): { carrying: ToldFinding[]; others: ToldFinding[] } {
  const ordered = all.toSorted(inOrder);
  const habits = habitsOf(ordered);
  const isCarrying = (each: ToldFinding) => carries(each) && !habits.has(each);
  return { carrying: ordered.filter(isCarrying), others: ordered.filter((each) => !isCarrying(each)) };
}

interface OwnFindings {
  readonly actor: TellingActor;
  readonly places: number[];
}

function findingsByActor(all: readonly ToldFinding[]): Map<string, OwnFindings> {
  const byActor = new Map<string, OwnFindings>();
  for (const [place, { actors }] of all.entries()) {
    for (const actor of actors) {
      const own = byActor.get(actor.key);
      if (own === undefined) byActor.set(actor.key, { actor, places: [place] });
      else own.places.push(place);
    }
  }
  return byActor;
}

function episodesOf({ actor, places }: OwnFindings, all: readonly ToldFinding[]): Episode[] {
  const pause = actor.isPlace ? PLACE_PAUSE : ACTOR_PAUSE;
  const episodes: number[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const { from = 0, to = 0 } = all[place] ?? {};
    if (from - last <= pause) episodes.at(-1)?.push(place);
    else episodes.push([place]);
    last = Math.max(last, to);
  }
  return episodes.map((own) => ({ actor, places: own }));
}

function ties({ actor, places }: Episode, all: readonly ToldFinding[]): boolean {
  if (places.length < 2 || places.length > ACTOR_FINDINGS) return false;
  if (!actor.isPlace) return true;
  const there = new Set<string>();
  for (const place of places) {
    for (const { key, isPlace } of all[place]?.actors ?? []) if (!isPlace) there.add(key);
  }
  return there.size <= PLACE_ACTORS;
}
