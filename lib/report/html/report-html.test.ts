import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { visibleText } from '@/lib/text';
import { reportHtml } from '..';
import { factsOf, hostileFacts } from '../testing/hostile-facts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** All that a report may be made of. */
const ELEMENTS = new Set(
  'html head meta title style body header nav main section h1 h2 h3 h4 h5 h6 p a ol ul li dl dt dd figure figcaption pre code div table caption thead tbody tr th td strong em del span br hr blockquote svg g line rect path text'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name id class href rel scope start aria-label aria-hidden role viewBox x y x1 x2 y1 y2 width height d text-anchor'.split(
    ' ',
  ),
);

/** A report has two dozen texts. */
const RUNS = { numRuns: 25 };

describe('a report in HTML', () => {
  it('is made of nothing but our elements and attributes, whatever is in it', () => {
    fc.assert(
      fc.property(hostileFacts, (facts) => {
        const elements = elementsOf(parse(reportHtml(facts)));
        expect(elements.map(({ tagName }) => tagName).filter((name) => !ELEMENTS.has(name))).toEqual([]);
        const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
        expect(attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
        const styles = elements.filter(({ tagName }) => tagName === 'style');
        expect(styles).toHaveLength(1);
        for (const href of valuesOf(elements, 'href')) expect(href).toMatch(/^(#|https?:|mailto:)/i);
      }),
      RUNS,
    );
  });

  it('says every text as it is, with what cannot be seen made visible', () => {
    fc.assert(
      fc.property(hostileFacts, (facts) => {
        const texts = new Set(elementsOf(parse(reportHtml(facts))).map((each) => textOf(each)));
        expect(texts).toContain(visibleText(facts.hunt.title));
        for (const step of facts.hunt.steps) {
          if (step.kind !== 'findings') continue;
          for (const { title, detector } of step.findings) {
            expect([...texts].some((text) => text.includes(visibleText(title)))).toBe(true);
            expect(texts).toContain(visibleText(detector));
          }
        }
      }),
      RUNS,
    );
  });

  it('says first that nothing may run or be loaded', () => {
    const elements = elementsOf(parse(reportHtml(factsOf(['x']))));
    const [, , charset, policy] = elements;
    expect(charset?.attrs).toEqual([{ name: 'charset', value: 'utf-8' }]);
    expect(policy?.attrs).toContainEqual({ name: 'http-equiv', value: 'Content-Security-Policy' });
    expect(valuesOf(elements, 'content')[0]).toMatch(/^default-src 'none'; /);
    expect(elements.some(({ tagName }) => tagName === 'script')).toBe(false);
  });

  it('leads from its contents to each part, and names each part once', () => {
    const elements = elementsOf(parse(reportHtml(factsOf(['x']))));
    const ids = valuesOf(elements, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const href of valuesOf(elements, 'href').filter((each) => each.startsWith('#')))
      expect(ids).toContain(href.slice(1));
  });

  it('shows a link of a note with where it leads, and a path of ours as text', () => {
    const facts = factsOf(['see [this](https://example.com/a) and [that](/explore?q=1)']);
    const html = reportHtml(facts);
    expect(html).toContain('<a href="https://example.com/a" rel="noopener noreferrer nofollow"><span>this</span></a>');
    expect(html).toContain('(/explore?q=1)');
    expect(html).not.toContain('href="/explore');
  });
});

function elementsOf(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function valuesOf(elements: readonly Element[], name: string): string[] {
  return elements.flatMap(({ attrs }) => attrs.filter((each) => each.name === name).map(({ value }) => value));
}
