'use client';

import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { visibleLine, visibleText } from '@/components/text';
import { MARKDOWN_TAGS, type MarkdownNode, parseMarkdown } from '@/lib/markdown';

const TARGET_MAX = 80;

/** A text in Markdown, drawn of text nodes only. */
export function MarkdownText({ text }: { text: string }) {
  const nodes = useMemo(() => parseMarkdown(text), [text]);
  return <div className="markdown [overflow-wrap:anywhere]">{nodes.map(drawn)}</div>;
}

/** Headings of a note stand below those of the page. */
const HEADING_SHIFT = 2;
const HEADING_MAX = 6;

function drawn(node: MarkdownNode, place: number): ReactNode {
  switch (node.kind) {
    case 'text':
      return <Fragment key={place}>{visibleText(node.text)}</Fragment>;
    case 'code':
      return <code key={place}>{visibleLine(node.text)}</code>;
    case 'codeBlock':
      return <pre key={place}>{visibleText(node.text)}</pre>;
    case 'break':
      return <br key={place} />;
    case 'rule':
      return <hr key={place} />;
    case 'link':
      return <Target key={place} node={node} />;
    case 'heading':
      return createElement(
        `h${Math.min(HEADING_MAX, node.level + HEADING_SHIFT)}`,
        { key: place },
        node.children.map(drawn),
      );
    case 'list':
      return node.start === null ? (
        <ul key={place}>{node.children.map(drawn)}</ul>
      ) : (
        <ol key={place} start={node.start}>
          {node.children.map(drawn)}
        </ol>
      );
    case 'table':
      return (
        <table key={place}>
          <tbody>{node.children.map(drawn)}</tbody>
        </table>
      );
    default:
      return createElement(MARKDOWN_TAGS[node.kind], { key: place }, node.children.map(drawn));
  }
}

/** A link says where it leads: its words may say anything. */
function Target({ node }: { node: Extract<MarkdownNode, { kind: 'link' }> }) {
  const { href, children } = node;
  const [only] = children;
  const saysSo = children.length === 1 && only?.kind === 'text' && only.text === href;
  return (
    <>
      <a href={href} title={visibleLine(href)} target="_blank" rel="noopener noreferrer nofollow">
        {children.length === 0 ? visibleLine(href) : children.map(drawn)}
      </a>
      {saysSo || children.length === 0 ? null : (
        <span className="link-target">
          {' '}
          {visibleLine(href.length > TARGET_MAX ? `${href.slice(0, TARGET_MAX)}…` : href)}
        </span>
      )}
    </>
  );
}
