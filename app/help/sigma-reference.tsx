import { TYPE_LABELS } from '@/components/explorer';
import { LOG_SOURCES, MODIFIERS, REFUSAL_KINDS, type RefusalKind } from '@/lib/sigma';

/** What keeps a rule from being run, by kind. */
const REFUSALS: Readonly<Record<RefusalKind, string>> = {
  'log-source': 'Nothing that is read here is such a log: Windows, macOS, other products.',
  field: 'No event of the log source has the field, it has no order, or it takes no such test.',
  modifier: 'The modifier is not known, or stands in the wrong place.',
  value: 'The modifier cannot be put on this kind of value.',
  placeholder: 'Nobody said what the placeholder stands for.',
  'regular-expression': 'Look-around, back-references and what else cannot run in linear time.',
  keyword: 'A keyword that is empty, or null.',
  reference: 'A rule of the correlation is missing, cannot be run, or is the correlation itself.',
  size: 'It counts or compares more than can be kept.',
};

/** What Sigma rules may say here, from the registries that read them. */
export function SigmaReference() {
  return (
    <div className="grid gap-6">
      <p className="max-w-[70ch] text-dim">
        Rules of Sigma, specification 2.1, with correlations and filters, become queries: they run over what is stored
        and over what arrives, and open in the explorer. A rule that cannot be run says why, and by what name.
      </p>
      <section aria-label="Log sources of Sigma">
        <h3 className="font-medium">Log sources</h3>
        <dl className="mt-1 grid max-w-[80ch] grid-cols-[180px_minmax(0,1fr)] gap-x-4 gap-y-1 text-dim">
          {LOG_SOURCES.map(({ name, title, about, types }) => (
            <div key={name} className="contents">
              <dt className="text-text">{title}</dt>
              <dd>
                {about} <span className="text-faint">{types.map((type) => TYPE_LABELS[type].label).join(', ')}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label="Modifiers of Sigma">
        <h3 className="font-medium">Modifiers</h3>
        <dl className="mt-1 grid max-w-[80ch] grid-cols-[180px_minmax(0,1fr)] gap-x-4 gap-y-1 text-dim">
          {MODIFIERS.map(({ name, aliases, about }) => (
            <div key={name} className="contents">
              <dt className="font-mono text-xs text-text [overflow-wrap:anywhere]">{[name, ...aliases].join(' ')}</dt>
              <dd>{about}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label="Why a rule is refused">
        <h3 className="font-medium">Why a rule is refused</h3>
        <dl className="mt-1 grid max-w-[80ch] grid-cols-[180px_minmax(0,1fr)] gap-x-4 gap-y-1 text-dim">
          {REFUSAL_KINDS.map((kind) => (
            <div key={kind} className="contents">
              <dt className="font-mono text-xs text-text">{kind}</dt>
              <dd>{REFUSALS[kind]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
