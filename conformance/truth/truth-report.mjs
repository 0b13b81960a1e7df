/**
 * The report on ground truth: a line for each file, the reasons of what differs with their counts, and what has none.
 * @param {{ path: string, kind: import('./truth-kind.mjs').TruthKind, compared: ReturnType<typeof import('./compare.mjs').compare>[] }[]} files
 * @param {boolean} all lists the explained differences too
 */
export function describeTruth(files, all) {
  const lines = ['Ground truth'];
  for (const file of files) lines.push(describeFile(file));
  const differences = files.flatMap(({ path, compared }) =>
    compared.flatMap(({ differences }) => differences.map((difference) => ({ ...difference, path }))),
  );
  const explained = differences.filter(({ because }) => because !== null);
  for (const [reason, { count, fields }] of reasonsOf(explained))
    lines.push(`${String(count).padStart(6)} explained  ${reason} (${[...fields].join(', ')})`);
  const open = differences.filter(({ because }) => because === null);
  for (const difference of all ? differences : open) lines.push(describeDifference(difference));
  lines.push(`${open.length} differences are not explained`);
  return lines.join('\n');
}

function describeFile({ path, kind, compared }) {
  const sum = (count) => compared.reduce((total, one) => total + count(one), 0);
  const differing = (outcome) =>
    sum(({ differences }) => differences.filter((difference) => difference.outcome === outcome).length);
  return [
    `${path}: ${kind.name}, ${compared.length} events`,
    `${sum(({ agreed }) => agreed)} fields agree`,
    `${differing('differs')} differ`,
    `${differing('missing')} only they have`,
    `${sum(({ more }) => more)} only Trackway has`,
    `${differing('unread')} of lines that open no event`,
  ].join(', ');
}

function reasonsOf(explained) {
  const reasons = new Map();
  for (const { because, kind, field } of explained) {
    const reason = `${kind}: ${because}`;
    const counted = reasons.get(reason) ?? { count: 0, fields: new Set() };
    counted.count += 1;
    counted.fields.add(field);
    reasons.set(reason, counted);
  }
  return reasons;
}

function describeDifference({ path, label, field, outcome, theirs, ours, because }) {
  const values = outcome === 'differs' ? `theirs ${quote(theirs)}, here ${quote(ours)}` : `theirs ${quote(theirs)}`;
  return `${because === null ? 'UNEXPLAINED' : 'explained'}\t${path}\t${label}\t${field} ${outcome}\t${values}`;
}

function quote(text) {
  return JSON.stringify(text.length > 160 ? `${text.slice(0, 160)}…` : text);
}
