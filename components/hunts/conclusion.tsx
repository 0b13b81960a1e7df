'use client';

import { MarkdownField } from './markdown-field';
import { useOpenHunt } from './notebook-context';

/** What came of a hunt. */
export function Conclusion() {
  const { content, edit } = useOpenHunt();
  return (
    <MarkdownField
      label="Conclusion"
      text={content.conclusion}
      placeholder="What happened, how far it went, and what has to be done. It becomes the summary of the report."
      empty="None yet"
      onText={(conclusion) => edit((old) => ({ ...old, conclusion }), 'conclusion')}
    />
  );
}
