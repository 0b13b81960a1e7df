import { measureCost } from './cost.mjs';
import { loadDetectionCode } from './detection-code.mjs';
import { evaluateDetectors } from './evaluate.mjs';
import { evaluateSpikes } from './spikes.mjs';

/**
 * How good the detectors are on traffic of our own making with attacks in it, and what they cost.
 * @param {{ seed: string, say: (message: string) => void }} options
 */
export async function measureDetections({ seed, say }) {
  const code = await loadDetectionCode();
  const found = [...evaluateDetectors(code, { seed, say }), ...evaluateSpikes(code, { seed })];
  return { found, cost: measureCost(code, { seed, say }) };
}

/** The tables of what was measured, as the documents have them. */
export function describeDetections({ found, cost }) {
  return [
    '| noise | detector | planted | found | recall | findings | wrong | precision |',
    '|---|---|---:|---:|---:|---:|---:|---:|',
    ...found.map(
      ({ noise, detector, planted, hit, findings, wrong }) =>
        `| ${noise} | ${detector} | ${planted} | ${hit} | ${share(hit, planted)} | ${findings} | ${wrong} | ${share(findings - wrong, findings)} |`,
    ),
    '',
    '| segment of 250,000 | CPU µs an event | keys | cells | 40 of them: merged, s | detectors, s |',
    '|---|---:|---:|---:|---:|---:|',
    ...cost.map(
      ({ kind, microseconds, keys, cells, merge, detect }) =>
        `| ${kind} | ${microseconds.toFixed(2)} | ${keys} | ${cells} | ${merge.toFixed(1)} | ${detect.toFixed(1)} |`,
    ),
  ].join('\n');
}

function share(part, whole) {
  return whole === 0 ? '' : (part / whole).toFixed(2);
}
