import { expect, test } from 'vitest';
import { visibleLine, visibleText } from './visible-text';

test('ordinary text in any script is left alone', () => {
  for (const text of ['kube-apiserver.log', 'päth/日本語/файл', 'emoji 🧭 ok', 'a\tb\nc'])
    expect(visibleText(text)).toBe(text);
});

test('control characters become their pictures', () => {
  expect(visibleText('\u001b[31mred\u0000\u007f')).toBe('␛[31mred␀␡');
  expect(visibleLine('a\tb\r\nc')).toBe('a␉b␍␊c');
});

test('characters that reorder or hide text are named', () => {
  expect(visibleText('log\u202egpj.exe')).toBe('log⟨U+202E⟩gpj.exe');
  expect(visibleText('a\u200bb\ufeff\u2066')).toBe('a⟨U+200B⟩b⟨U+FEFF⟩⟨U+2066⟩');
  expect(visibleText('x\ud800y')).toBe('x⟨U+D800⟩y');
});
