import {
  acceptCompletion,
  autocompletion,
  type CompletionSource,
  closeCompletion,
  completionKeymap,
  completionStatus,
  moveCompletionSelection,
  selectedCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  type KeyBinding,
  keymap,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { checkPipeline, type Reading, readDialect, TOKEN_KINDS, tokenize } from '@/lib/query';
import { completionLook } from './completion-look';
import { convertPaste, putIn } from './paste-dialect';

export interface QueryEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly complete: CompletionSource;
  readonly onSubmit: (text: string) => void;
  readonly onProblem: (message: string | null) => void;
  readonly onLeave: () => void;
  /** What other languages make of the text; `original` when it was converted as it was pasted. */
  readonly onReading: (reading: Reading | null, original: string | null) => void;
}

/** A one-line editor of the query language: coloured as it is typed, faults underlined, Enter submits. */
export function createQueryEditor(options: QueryEditorOptions): EditorView {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(keymap.of(keysOf(options))),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        history(),
        drawSelection(),
        placeholder('Search, or filter by a field: verb:delete and not user:system:*'),
        autocompletion({
          override: [options.complete],
          maxRenderedOptions: 100,
          // Nothing is selected until a person walks to it: there is no Enter to be taken by mistake.
          interactionDelay: 0,
          selectOnOpen: false,
          ...completionLook,
        }),
        convertPaste(options.onReading),
        oneLine,
        highlighting,
        EditorView.contentAttributes.of({ 'aria-label': 'Query', spellcheck: 'false', autocapitalize: 'off' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            tellOf(update.view, options);
          }
          if (update.focusChanged && update.view.hasFocus && update.state.doc.length === 0)
            startCompletion(update.view);
        }),
      ],
    }),
  });
  tellOf(view, options);
  return view;
}

/** Says what the text in the bar is, and what is wrong with it. */
function tellOf(view: EditorView, { onReading, onProblem }: QueryEditorOptions): void {
  const reading = readDialect(view.state.doc.toString());
  onReading(reading, null);
  onProblem(markProblem(view, reading));
}

/** Puts another text in, as when the address changes; the cursor goes to its end. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: text.length } });
}

/** Enter runs the query unless a suggestion was walked to; Tab takes one; Escape closes them first, then leaves. */
function keysOf({ onSubmit, onLeave }: QueryEditorOptions): KeyBinding[] {
  return [
    {
      key: 'Enter',
      run: (view) => {
        if (selectedCompletion(view.state) !== null) return acceptCompletion(view);
        closeCompletion(view);
        onSubmit(view.state.doc.toString());
        return true;
      },
    },
    {
      key: 'Alt-Enter',
      run: (view) => {
        const reading = readDialect(view.state.doc.toString());
        if (reading?.kind === 'translation') putIn(view, reading.query);
        return true;
      },
    },
    {
      key: 'Tab',
      run: (view) => {
        if (completionStatus(view.state) !== 'active') return false;
        if (selectedCompletion(view.state) === null) moveCompletionSelection(true)(view);
        return acceptCompletion(view);
      },
    },
    {
      key: 'Escape',
      run: (view) => {
        if (completionStatus(view.state) !== null) return closeCompletion(view);
        view.contentDOM.blur();
        onLeave();
        return true;
      },
    },
  ];
}

/** Pasted lines become one: a query has no lines. */
const oneLine = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
  const text = transaction.newDoc.sliceString(0, undefined, ' ');
  const replaced = { from: 0, to: transaction.startState.doc.length, insert: text };
  return { changes: replaced, selection: { anchor: text.length } };
});

const CLASSES = new Map(TOKEN_KINDS.map((kind) => [kind, Decoration.mark({ class: `query-${kind}` })]));

const highlighting = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorationsOf(view.state.doc.toString());
    }

    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = decorationsOf(update.state.doc.toString());
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function decorationsOf(text: string): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const token of tokenize(text)) {
    const mark = CLASSES.get(token.kind);
    if (mark !== undefined && token.to > token.from) builder.add(token.from, token.to, mark);
  }
  return builder.finish();
}

/** Underlines what is wrong, or what another language can say and ours cannot; gives the message, null when nothing is wrong. */
function markProblem(view: EditorView, reading: Reading | null): string | null {
  const fault = checkPipeline(view.state.doc.toString());
  const problem = reading?.kind === 'refusal' ? reading.error : fault;
  const length = view.state.doc.length;
  const diagnostics: Diagnostic[] = [];
  if (problem !== null && length > 0) {
    const from = Math.min(problem.at.from, length - 1);
    const to = Math.min(length, Math.max(problem.at.to, from + 1));
    diagnostics.push({ from, to, severity: 'error', message: problem.message });
  }
  queueMicrotask(() => view.dispatch(setDiagnostics(view.state, diagnostics)));
  return fault?.message ?? null;
}
