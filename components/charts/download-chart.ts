import type { QueryAnswer } from '@/lib/interface';
import { answerCsv } from './prepare/answer-csv';

/** How many pixels of the file are one of the screen. */
const SHARPNESS = 2;
const PADDING = 16;
const HEAD = 44;

/** What styles give to shapes and texts: the picture must look the same where there are none. */
const STYLED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
];

/** Saves an answer's figures as a file of comma-separated values. */
export function downloadCsv(answer: QueryAnswer, name: string): void {
  save(new Blob([answerCsv(answer)], { type: 'text/csv;charset=utf-8' }), `${fileName(name)}.csv`);
}

/** Saves the picture inside an element, its title and what it is of above it, in the colours of the current theme. */
export async function downloadPng(frame: Element, title: string, subtitle: string): Promise<void> {
  const picture = frame.querySelector('[data-picture] svg');
  if (!(picture instanceof SVGSVGElement)) throw new Error('There is no picture to save.');
  const { width, height } = picture.getBoundingClientRect();
  const image = await imageOf(styledCopy(picture, width, height));
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * PADDING) * SHARPNESS;
  canvas.height = (height + 2 * PADDING + HEAD) * SHARPNESS;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser cannot draw pictures.');
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(name);
  const font = getComputedStyle(document.body).fontFamily;
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = color('--panel');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = color('--text');
  context.font = `600 14px ${font}`;
  context.fillText(title, PADDING, PADDING + 12, width);
  context.fillStyle = color('--faint');
  context.font = `11px ${font}`;
  context.fillText(subtitle, PADDING, PADDING + 30, width);
  context.drawImage(image, PADDING, PADDING + HEAD, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture is too large to be saved.');
  save(blob, `${fileName(title)}.png`);
}

function styledCopy(picture: SVGSVGElement, width: number, height: number): SVGSVGElement {
  const copy = picture.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('There is no picture to save.');
  const copies = copy.querySelectorAll<SVGElement>('*');
  for (const [index, own] of picture.querySelectorAll('*').entries()) {
    const style = getComputedStyle(own);
    const target = copies[index];
    for (const name of STYLED) target?.style.setProperty(name, style.getPropertyValue(name));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
}

function imageOf(picture: SVGSVGElement): Promise<HTMLImageElement> {
  const text = new XMLSerializer().serializeToString(picture);
  const image = new Image();
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The picture could not be drawn.'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}

function fileName(title: string): string {
  const plain = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return plain.replaceAll(/^-|-$/g, '').slice(0, 60) || 'chart';
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
