import {
  doneAnswer,
  exportedHunt,
  huntAnswer,
  huntHistoryAnswer,
  huntPatch,
  huntsAnswer,
  huntsParameters,
  newHunt,
  newPin,
  pinsAnswer,
  pinsParameters,
  reportParameters,
} from '@/lib/interface';
import type { Operation } from './operation';

/** Saved hunts, and the events that are pinned in them. */
export const HUNT_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/hunts',
    summary:
      'The saved hunts that pass a filter, the latest changed first. `technique` is one of ATT&CK and those below it, `contains` a part of title, hypothesis, conclusion, a note or a tag in any case.',
    parameters: huntsParameters,
    answer: huntsAnswer,
  },
  {
    method: 'post',
    path: '/api/hunts',
    summary: 'Makes a hunt; its name in addresses comes from its title.',
    body: newHunt,
    status: 201,
    answer: huntAnswer,
  },
  {
    method: 'get',
    path: '/api/hunts/{slug}',
    summary: 'A hunt with the copies of the events that are pinned in it.',
    answer: huntAnswer,
  },
  {
    method: 'patch',
    path: '/api/hunts/{slug}',
    summary:
      'Changes the `version` of a hunt that was read; what is left out stays. 409 with `theirs` (the hunt as it is) and `yours` (what was sent) when it was changed since; then nothing is stored. Every event in an evidence step is copied when it is pinned there first.',
    body: huntPatch,
    answer: huntAnswer,
  },
  {
    method: 'delete',
    path: '/api/hunts/{slug}',
    summary: 'Deletes a hunt with its history and evidence: for whoever made it, its owner and administrators.',
    answer: doneAnswer,
  },
  {
    method: 'post',
    path: '/api/hunts/{slug}/duplicate',
    summary: 'Makes a hunt with the content and the evidence of another.',
    status: 201,
    answer: huntAnswer,
  },
  {
    method: 'get',
    path: '/api/hunts/{slug}/history',
    summary:
      'The versions of a hunt, the latest first, and in words what each changed. Saves of one person within a minute are one version: the last of them.',
    answer: huntHistoryAnswer,
  },
  {
    method: 'get',
    path: '/api/hunts/{slug}/history/{version}',
    summary: 'A hunt as it was in a version.',
    answer: huntAnswer,
  },
  {
    method: 'post',
    path: '/api/hunts/{slug}/pins',
    summary:
      'Pins an event in an evidence step, whatever others change in the hunt meanwhile. Pinning again changes nothing but a reason that is given.',
    body: newPin,
    answer: huntAnswer,
  },
  {
    method: 'delete',
    path: '/api/hunts/{slug}/pins/{event}',
    summary: 'Takes a pin out of a hunt.',
    answer: huntAnswer,
  },
  {
    method: 'get',
    path: '/api/hunts/{slug}/export',
    summary: 'A hunt with its evidence as one file, for `POST /api/hunts/import` of this or another Trackway.',
    answer: exportedHunt,
  },
  {
    method: 'get',
    path: '/api/hunts/{slug}/report',
    summary:
      'A hunt as one page that needs nothing but itself, or as Markdown: its steps with what their queries find now, evidence with hashes, findings by tactic, sources.',
    parameters: reportParameters,
    answer: ['text/html', 'text/markdown'],
  },
  {
    method: 'post',
    path: '/api/hunts/import',
    summary:
      'Makes a hunt of an exported one. `importedEvidence` of the answer names the events that are not known to be of this Trackway.',
    body: exportedHunt,
    status: 201,
    answer: huntAnswer,
  },
  {
    method: 'get',
    path: '/api/pins',
    summary: 'The events that are pinned in hunts that are not archived, the latest first; at most 10000.',
    parameters: pinsParameters,
    answer: pinsAnswer,
  },
];
