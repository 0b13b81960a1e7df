import { CopyButton } from '@/components/ui';

interface SecretShownProps {
  label: string;
  text: string;
}

/** What is told this once, to be copied. */
export function SecretShown({ label, text }: SecretShownProps) {
  return (
    <div role="status" className="grid gap-2 rounded-lg border border-line bg-bg px-3 py-2.5">
      <p className="text-warn">{label} It is shown this once.</p>
      <div className="flex items-center gap-3">
        <code className="min-w-0 flex-1 select-all font-mono text-xs [overflow-wrap:anywhere]">{text}</code>
        <CopyButton label="Copy" text={() => text} />
      </div>
    </div>
  );
}
