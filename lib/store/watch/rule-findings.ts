import { sql } from '@/lib/query';
import { detectorOfRule, findingsOfHits, RULE_PREFIX } from '@/lib/rules';
import type { Found } from '../detections/reconcile';
import { saveRuleFindings } from '../detections/save-findings';
import { readOnly } from '../read-only';
import { hitsOf } from './hit-rows';
import type { RunningRules } from './rule-state';

/** Rules whose hits are read at a time. */
const RULES_AT_ONCE = 50;

/** Puts the findings that some rules have now in the place of those that they had. */
export async function raiseFindings({ rules }: RunningRules, changed: ReadonlySet<string>): Promise<void> {
  const own = rules.filter(({ id }) => changed.has(id));
  for (let at = 0; at < own.length; at += RULES_AT_ONCE) {
    const some = own.slice(at, at + RULES_AT_ONCE);
    const hits = await hitsOf(some.map(({ id }) => id));
    const found = some.flatMap((rule): Found[] =>
      findingsOfHits(rule, hits.get(rule.id) ?? []).map((finding) => ({ detector: detectorOfRule(rule.id), finding })),
    );
    await saveRuleFindings(
      found,
      some.map(({ id }) => detectorOfRule(id)),
    );
  }
}

/** Takes away the findings of rules that do not run any more, or raise nothing by themselves. */
export async function dropFindingsOfOthers({ rules, correlations }: RunningRules): Promise<void> {
  const running = [...rules, ...correlations].filter(({ raises }) => raises).map(({ id }) => detectorOfRule(id));
  const rows = await readOnly((reader) =>
    reader.rows<{ detector: string }>(sql`
      SELECT DISTINCT finding.detector FROM finding
      WHERE starts_with(finding.detector, ${RULE_PREFIX}) AND finding.gone_at IS NULL AND finding.detector <> ALL (${running}::text[])`),
  );
  if (rows.length > 0)
    await saveRuleFindings(
      [],
      rows.map(({ detector }) => detector),
    );
}
