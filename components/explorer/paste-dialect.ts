import { isolateHistory } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Reading, readDialect } from '@/lib/query';

/**
 * Text of another query language that is pasted into an empty bar becomes ours at once. The pasted text is a step of its
 * own in the history: undo brings it back.
 */
export function convertPaste(
  onConvert: (reading: Reading & { kind: 'translation' }, original: string) => void,
): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const original = (event.clipboardData?.getData('text/plain') ?? '').replace(/\s*[\r\n]+\s*/g, ' ').trim();
      if (original === '' || view.state.doc.toString().trim() !== '') return false;
      const reading = readDialect(original);
      if (reading?.kind !== 'translation' || !reading.certain) return false;
      event.preventDefault();
      putIn(view, original);
      putIn(view, reading.query);
      onConvert(reading, original);
      return true;
    },
  });
}

/** Replaces the whole text as one step of the history. */
export function putIn(view: EditorView, text: string): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: text.length },
    annotations: isolateHistory.of('full'),
    scrollIntoView: true,
  });
}
