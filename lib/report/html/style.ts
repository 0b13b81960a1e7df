/** The look of a report: light on paper, as the reader's system has it on a screen. Text keeps 4.5:1, lanes 3:1. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --raise: #f4f5f6; --line: #dcdfe4; --text: #161a20; --dim: #535c6b; --link: #2450b8;
  --application: #2b6cd4; --node: #7048c6; --control-plane: #0b7f90; --audit: #c2255c; --network: #1f8a50;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #0f1217; --raise: #181d25; --line: #2a313d; --text: #e6e9ef; --dim: #a0aaba; --link: #8fb1ff;
    --application: #6ea8fe; --node: #b197fc; --control-plane: #3bc9db; --audit: #f783ac; --network: #63d297;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 1040px; padding: 40px 32px 80px; background: var(--page); color: var(--text);
  font: 14px/1.5 Geist, Inter, system-ui, -apple-system, "Segoe UI", sans-serif; font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
}
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 20px; letter-spacing: -0.01em; }
h2 { font-size: 19px; line-height: 1.3; margin: 44px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
h3 { font-size: 15px; margin: 28px 0 8px; }
h4, h5, h6 { font-size: 14px; margin: 18px 0 6px; }
p { margin: 8px 0; max-width: 80ch; }
a { color: var(--link); text-underline-offset: 2px; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font-family: "Geist Mono", ui-monospace, Menlo, Consolas, monospace; font-size: 12px; }
.kind { margin: 0 0 4px; color: var(--dim); font-size: 12px; }
.target, .dim { color: var(--dim); }
dl { display: grid; grid-template-columns: minmax(96px, max-content) minmax(0, 1fr); gap: 3px 18px; margin: 8px 0; }
dt { color: var(--dim); max-width: 190px; }
dd { margin: 0; white-space: pre-line; }
nav { margin-top: 28px; }
nav h2 { font-size: 14px; margin: 0 0 6px; border: 0; padding: 0; }
nav ol { margin: 0; padding: 0; list-style: none; columns: 2; column-gap: 40px; }
nav ol ol { columns: 1; padding-left: 16px; }
nav li { break-inside: avoid; margin: 1px 0; }
nav > ol > li { break-inside: auto; }
figure { margin: 14px 0; }
figcaption, caption { color: var(--dim); font-size: 12px; text-align: left; }
figcaption { margin: 6px 0; max-width: 100ch; }
caption { padding: 0 0 5px; }
.code { margin: 10px 0; }
.code figcaption { margin: 0 0 3px; }
pre {
  margin: 0; padding: 9px 12px; background: var(--raise); border: 1px solid var(--line); border-radius: 4px;
  white-space: pre-wrap; line-height: 1.55;
}
.table { margin: 14px 0; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 12.5px; overflow-wrap: break-word; }
.long { overflow-wrap: anywhere; min-width: 96px; }
.note table { overflow-wrap: anywhere; }
th { text-align: left; font-weight: 500; color: var(--dim); border-bottom: 1px solid var(--line); }
td { border-bottom: 1px solid var(--line); vertical-align: top; }
th, td { padding: 5px 14px 5px 0; min-width: 44px; }
th:last-child, td:last-child { padding-right: 0; }
.figures { text-align: right; white-space: nowrap; }
.note { margin: 10px 0; max-width: 80ch; }
.note > :first-child { margin-top: 0; }
blockquote { margin: 10px 0; padding-left: 14px; border-left: 3px solid var(--line); color: var(--dim); }
hr { border: 0; border-top: 1px solid var(--line); margin: 18px 0; }
svg.timeline { display: block; width: 100%; height: auto; font-size: 11px; }
svg text { fill: var(--text); }
svg .dim, svg .tick text { fill: var(--dim); }
svg .lane { font-weight: 500; font-size: 12px; }
svg .tick line { stroke: var(--line); stroke-dasharray: 2 3; }
svg .day line { stroke: var(--dim); }
svg .day text { fill: var(--text); }
svg .floor { stroke: var(--line); }
.application { --lane: var(--application); }
.node { --lane: var(--node); }
.control-plane { --lane: var(--control-plane); }
.audit { --lane: var(--audit); }
.network { --lane: var(--network); }
svg .bar { fill: var(--lane); }
svg .finding { fill: none; stroke: var(--lane); stroke-width: 1.2; }
svg .pin path { fill: var(--text); stroke: var(--text); stroke-width: 1; }
svg .pin text { font-weight: 600; font-size: 10px; paint-order: stroke; stroke: var(--page); stroke-width: 3px; }
.swatch { display: inline-block; width: 9px; height: 9px; margin-right: 7px; border-radius: 2px; background: var(--lane); }
@media (max-width: 720px) {
  body { padding: 24px 16px 60px; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: 6px; }
  nav ol { columns: 1; }
}
@page {
  margin: 16mm 14mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9px system-ui, sans-serif; color: #535c6b; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h1 { font-size: 19pt; }
  h2 { font-size: 14pt; margin-top: 26pt; }
  h3 { font-size: 11.5pt; }
  h1, h2, h3, h4, h5, h6, caption, .code figcaption { break-after: avoid; }
  code, pre { font-size: 8.5pt; }
  table { font-size: 8pt; }
  .table code { font-size: 7.5pt; }
  th, td { padding-right: 9px; }
  .table { overflow: visible; }
  thead { display: table-header-group; }
  tr, svg, dt, dd { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; }
  .bar, .finding, .swatch, pre { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
