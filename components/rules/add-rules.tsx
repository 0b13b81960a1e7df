'use client';

import { useMutation } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Problem } from '@/components/forms';
import { fetchAnswer } from '@/components/interface';
import { visibleLine } from '@/components/text';
import { Button, classNames, Dialog, linkButton } from '@/components/ui';
import { DropTarget, filesOfInput } from '@/components/upload';
import { type ReadRulesAnswer, rulesAnswer } from '@/lib/interface';
import { ReadReport } from './read-report';
import { RuleWriter } from './rule-writer';
import { useAdding } from './use-adding';
import { useRuleDrop } from './use-rule-drop';

interface AddRulesProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Shows the rules that were changed at this time or later. */
  onShow: (since: string) => void;
}

const RULES_MAX = 5000;
const TAKEN = '.yml, or a zip, tar or tar.gz of them, such as a checkout of a collection';

/** Takes rules in, from files or written here, and says what became of each. Files may be dropped before it is open. */
export function AddRules({ open, onOpenChange, onShow }: AddRulesProps) {
  const adding = useAdding();
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const { data: report } = adding;
  const change = (next: boolean) => {
    if (!next) {
      adding.reset();
      setUnreadable([]);
    }
    onOpenChange(next);
  };
  const hovering = useRuleDrop((files, failed) => {
    // One hand-in after the other: what the first becomes may matter to the next.
    if (adding.isPending) return;
    setUnreadable(failed);
    onOpenChange(true);
    if (files.length > 0) adding.mutate({ files });
  });
  if (!open && hovering) return <DropTarget title="Drop to add these rules" about={TAKEN} />;
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={report === undefined ? 'Add rules' : 'What became of them'}
      {...(report === undefined
        ? { description: 'Sigma rules, correlations and filters. They are off at first.' }
        : {})}
      className="w-[min(1040px,calc(100vw-32px))]"
    >
      {report === undefined ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <label
            className={classNames(
              'flex items-center gap-3 rounded-lg border border-dashed px-4 py-3 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
              hovering ? 'border-accent bg-accent-soft' : 'border-line-strong',
            )}
          >
            <FileUp size={18} className="shrink-0 text-dim" aria-hidden />
            <span className="min-w-0 flex-1">
              {adding.isPending ? 'Reading …' : hovering ? 'Drop to add these rules' : 'Drop files or a folder here'}
              <span className="block text-xs text-faint">{TAKEN}</span>
            </span>
            <span className={linkButton()}>Choose files</span>
            <input
              type="file"
              multiple
              aria-label="Files of rules"
              className="sr-only"
              disabled={adding.isPending}
              onChange={(event) => {
                const { files } = event.target;
                if (files !== null && files.length > 0) adding.mutate({ files: filesOfInput(files) });
                event.target.value = '';
              }}
            />
          </label>
          <Problem error={adding.error} />
          {unreadable.length === 0 ? null : (
            <p role="alert" className="text-error">
              The browser could not read {visibleLine(unreadable.slice(0, 3).join(', '))}.
            </p>
          )}
          <RuleWriter busy={adding.isPending} onAdd={(text) => adding.mutate({ text })} />
        </div>
      ) : (
        <Became report={report} onMore={() => adding.reset()} onClose={() => change(false)} onShow={onShow} />
      )}
    </Dialog>
  );
}

interface BecameProps {
  report: ReadRulesAnswer;
  onMore: () => void;
  onClose: () => void;
  onShow: (since: string) => void;
}

function Became({ report, onMore, onClose, onShow }: BecameProps) {
  const ids = new Set(report.rules.flatMap(({ id, outcome }) => (id === null || outcome === 'unchanged' ? [] : [id])));
  const showing = useMutation({
    mutationFn: () => fetchAnswer(rulesAnswer, '/api/rules', { limit: RULES_MAX }),
    onSuccess: ({ rules }) => {
      // The server's clock, which is not the browser's.
      const [first] = rules.flatMap(({ id, changedAt }) => (ids.has(id) ? [changedAt] : [])).sort();
      if (first === undefined) return;
      onShow(first);
      onClose();
    },
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ReadReport answer={report} />
      <Problem error={showing.error} />
      <div className="flex gap-2">
        {ids.size === 0 ? null : (
          <Button look="primary" disabled={showing.isPending} onClick={() => showing.mutate()}>
            Show them in the list
          </Button>
        )}
        <Button onClick={onMore}>Add more</Button>
        <Button look="ghost" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}
