'use client';

import { Choice } from '@/components/forms';
import { visibleLine, visibleText } from '@/components/text';
import { TextInput } from '@/components/ui';
import { ATTACK_VERSION, searchTechniques } from '@/lib/attack';
import { HUNT_STATUSES, techniqueId } from '@/lib/interface';
import { ChipsField } from './chips-field';
import { useOpenHunt } from './notebook-context';
import { STATUS_LABELS } from './status-labels';
import { StatusMark } from './status-mark';
import { techniqueTitle } from './technique-title';
import { WritingArea } from './writing-area';

const TAG_MAX = 40;
const NAME_MAX = 200;
const HYPOTHESIS_MAX = 4000;
const STATUSES = HUNT_STATUSES.map((status) => ({ value: status, label: STATUS_LABELS[status].word }));

/** What a hunt is about: its hypothesis, how far it is, whose, and by which techniques and tags it is found. */
export function HuntFacts() {
  const { content, writable, edit } = useOpenHunt();
  return (
    <div className="grid gap-3">
      {writable ? (
        <WritingArea
          aria-label="Hypothesis"
          value={content.hypothesis}
          maxLength={HYPOTHESIS_MAX}
          rows={1}
          placeholder="Hypothesis: what may have happened, and what in the logs would show it"
          onText={(hypothesis) => edit((old) => ({ ...old, hypothesis }), 'hypothesis')}
          className="-ml-2 px-2 py-1 text-base"
        />
      ) : (
        <p className="text-base whitespace-pre-wrap [overflow-wrap:anywhere]">
          {visibleText(content.hypothesis) || <span className="text-faint">No hypothesis</span>}
        </p>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1 lg:grid-cols-[auto_minmax(0,260px)_auto_minmax(0,1fr)]">
        <dt className="text-xs text-faint">Status</dt>
        <dd>
          {writable ? (
            <Choice
              label="Status"
              quiet
              value={content.status}
              choices={STATUSES}
              onChange={(status) => edit((old) => ({ ...old, status }))}
            />
          ) : (
            <StatusMark status={content.status} />
          )}
        </dd>
        <dt
          className="text-xs text-faint"
          title={`ATT&CK for containers, version ${ATTACK_VERSION}; other ids can be written`}
        >
          Techniques
        </dt>
        <dd>
          <ChipsField
            label="Techniques"
            values={content.techniques}
            placeholder="add a technique"
            writable={writable}
            lengthMax={60}
            labelOf={techniqueTitle}
            options={(text) => searchTechniques(text).map(({ id }) => ({ value: id, label: techniqueTitle(id) }))}
            read={readTechnique}
            onChange={(techniques) => edit((old) => ({ ...old, techniques }))}
          />
        </dd>
        <dt className="text-xs text-faint">Owner</dt>
        <dd>
          {writable ? (
            <TextInput
              aria-label="Owner"
              value={content.owner}
              maxLength={NAME_MAX}
              placeholder="nobody yet"
              onChange={(event) => edit((old) => ({ ...old, owner: event.target.value }), 'owner')}
            />
          ) : (
            <span className="[overflow-wrap:anywhere]">{visibleLine(content.owner) || '–'}</span>
          )}
        </dd>
        <dt className="text-xs text-faint">Tags</dt>
        <dd>
          <ChipsField
            label="Tags"
            values={content.tags}
            placeholder="add a tag"
            writable={writable}
            lengthMax={TAG_MAX}
            labelOf={(tag) => tag}
            options={() => []}
            read={(text) => ({ value: text })}
            onChange={(tags) => edit((old) => ({ ...old, tags }))}
          />
        </dd>
      </dl>
    </div>
  );
}

function readTechnique(text: string) {
  const id = text.toUpperCase();
  if (techniqueId.safeParse(id).success) return { value: id };
  const [only, ...others] = searchTechniques(text);
  if (only !== undefined && others.length === 0) return { value: only.id };
  return { problem: 'Choose one of the list, or write an id such as T1611' };
}
