/**
 * Log text as it may be shown: control, bidirectional and invisible characters become glyphs, so that a name or a message
 * can neither hide a part of itself nor reorder what stands beside it. Tab and newline stay.
 */
export function visibleText(text: string): string {
  if (!UNSEEN.test(text)) return text;
  return text.replace(ALL_UNSEEN, glyph);
}

/** Like `visibleText` for what stands on one line: tab and newline become glyphs too. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/[\t\n]/g, (character) => controlPicture(character.charCodeAt(0)));
}

// C0 but tab and newline, DEL, C1, soft hyphen, Arabic letter mark, zero-width and bidi controls, line separators, invisible
// operators, interlinear marks, BOM, lone surrogates, tag characters.
const CLASS =
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\\u{e0000}-\\u{e007f}]';
const UNSEEN = new RegExp(CLASS, 'u');
const ALL_UNSEEN = new RegExp(CLASS, 'gu');

function glyph(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return controlPicture(code);
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** The pictures of U+2400: ␀ for NUL, ␛ for ESC. */
function controlPicture(code: number): string {
  return String.fromCodePoint(code === 0x7f ? 0x2421 : 0x2400 + code);
}
