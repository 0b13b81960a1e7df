/** Every how many labels one can be written: 1 = all, so that labels `labelWidth` wide do not meet. Widths in pixels. */
export function labelEvery(count: number, width: number, labelWidth: number): number {
  if (count === 0 || width <= 0) return 1;
  return Math.max(1, Math.ceil((labelWidth * count) / width));
}

/** A text cut to so many characters, with an ellipsis in its middle: names in clusters differ at both ends. */
export function cutMiddle(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  if (most <= 1) return '…';
  const end = Math.floor((most - 1) / 2);
  const start = most - 1 - end;
  return `${characters.slice(0, start).join('')}…${end === 0 ? '' : characters.slice(-end).join('')}`;
}
