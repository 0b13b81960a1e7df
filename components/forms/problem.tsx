/** What went wrong with something that was just tried; nothing while nothing did. */
export function Problem({ error }: { error: Error | null }) {
  return error === null ? null : (
    <p role="alert" className="text-error first-letter:uppercase">
      {error.message}
    </p>
  );
}
