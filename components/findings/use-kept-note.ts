'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** So long after the last key a note is kept; each keeping is an entry of its history. */
const PAUSE_MS = 2000;

export type NoteState = 'kept' | 'typing' | 'keeping' | 'failed';

/** A text that is kept by itself: after a pause, when `keep` is called, and when its field goes away. */
export function useKeptNote(note: string, write: (note: string) => Promise<unknown>) {
  const [text, setText] = useState(note);
  const [kept, setKept] = useState(note);
  const [seen, setSeen] = useState(note);
  const [sending, setSending] = useState<'no' | 'yes' | 'failed'>('no');
  if (note !== seen) {
    setSeen(note);
    // Somebody else's words take the place of one's own only where nothing was typed.
    if (text === kept) {
      setText(note);
      setKept(note);
    }
  }
  const keep = () => {
    if (text === kept) return;
    setKept(text);
    setSending('yes');
    write(text).then(
      () => setSending('no'),
      () => {
        setKept(kept);
        setSending('failed');
      },
    );
  };
  const keepByItself = useEffectEvent(keep);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the pause anew
  useEffect(() => {
    const timer = setTimeout(() => keepByItself(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => keepByItself(), []);
  return { text, state: stateOf(text === kept, sending), setText, keep };
}

function stateOf(same: boolean, sending: 'no' | 'yes' | 'failed'): NoteState {
  if (sending === 'yes') return 'keeping';
  if (same) return 'kept';
  return sending === 'failed' ? 'failed' : 'typing';
}
