'use client';

import { ArrowRight, NotebookPen, X } from 'lucide-react';
import Link from 'next/link';
import type { RefObject } from 'react';
import { TYPE_LABELS } from '@/components/explorer';
import { ruleOfFinding } from '@/components/rules';
import { formatCounted, visibleLine, visibleText } from '@/components/text';
import type { Zone } from '@/components/time';
import {
  ConfidenceMark,
  eventsOfFinding,
  LevelMark,
  type Triage,
  VerdictButtons,
  VerdictMark,
} from '@/components/triage';
import { Button, classNames, IconButton, Kbd, linkButton } from '@/components/ui';
import type { FindingAnswer, Verdict } from '@/lib/interface';
import { DetectorNote } from './detector-note';
import { FindingFigures } from './finding-figures';
import { FindingHistory } from './finding-history';
import { FindingSubject } from './finding-subject';
import { NoteEditor } from './note-editor';
import { Part } from './part';
import { RuleNote } from './rule-note';

interface FindingPanelProps {
  finding: FindingAnswer;
  zone: Zone;
  triage: Triage;
  noteField: RefObject<HTMLTextAreaElement | null>;
  className?: string;
  onJudge: (verdict: Verdict) => void;
  /** Null for whoever may not. */
  onAddToHunt: (() => void) | null;
  onClose: () => void;
  /** The focus goes back to the list. */
  onLeave: () => void;
}

const TITLE_MAX = 600;
const REASON_MAX = 2000;

/** All of a finding: the claim, the figures behind it, whom it is about, and what was made of it. */
export function FindingPanel(props: FindingPanelProps) {
  const { finding, zone, triage, noteField, className, onJudge, onAddToHunt, onClose, onLeave } = props;
  const rule = ruleOfFinding(finding);
  const title = visibleLine(finding.title.slice(0, TITLE_MAX)) || '(no title)';
  return (
    <aside
      aria-label="Open finding"
      className={classNames('flex min-h-0 max-w-full flex-col overflow-y-auto border-l bg-panel', className)}
    >
      <header className="flex items-start gap-2 px-4 pt-3">
        <div className="min-w-0 flex-1">
          <p className="mb-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-dim">
            <LevelMark level={finding.level} />
            <ConfidenceMark confidence={finding.confidence} />
            <Lane finding={finding} />
          </p>
          <h2 className="text-base leading-snug font-semibold [overflow-wrap:anywhere]">{title}</h2>
        </div>
        <IconButton label="Close" hotkey="Esc" size="small" onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 py-3">
        <p className="text-dim [overflow-wrap:anywhere]">{visibleText(finding.reason.slice(0, REASON_MAX))}</p>
        <div className="flex gap-2">
          <Link href={eventsOfFinding(finding)} className={linkButton('primary', 'medium', 'flex-1')}>
            Show its {formatCounted(finding.events, 'event')} <ArrowRight size={15} aria-hidden />
          </Link>
          {onAddToHunt === null ? null : (
            <Button title="Add it to a hunt (h)" onClick={onAddToHunt}>
              <NotebookPen size={14} aria-hidden /> Add to hunt
            </Button>
          )}
        </div>
        {triage.allowed ? (
          <VerdictButtons title={title} verdict={finding.verdict} onVerdict={onJudge} />
        ) : (
          <p className="flex items-center gap-2 text-dim">
            Verdict: <VerdictMark verdict={finding.verdict} />
          </p>
        )}
        <FindingSubject finding={finding} />
        <FindingFigures finding={finding} zone={zone} />
        <Part title="Note" hint={triage.allowed ? <Kbd>n</Kbd> : null}>
          <NoteEditor key={finding.id} field={noteField} finding={finding} triage={triage} onLeave={onLeave} />
          <FindingHistory id={finding.id} zone={zone} />
        </Part>
        {rule === null ? (
          <Part title="The detector">
            <DetectorNote finding={finding} />
          </Part>
        ) : (
          <Part title="The rule">
            <RuleNote {...{ finding, rule }} />
          </Part>
        )}
      </div>
    </aside>
  );
}

function Lane({ finding }: { finding: FindingAnswer }) {
  const { label, color } = TYPE_LABELS[finding.type];
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="size-2 rounded-xs" style={{ background: color }} />
      {label}
    </span>
  );
}
