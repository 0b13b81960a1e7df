import type { EvidenceCopy, FindingsStep, HuntAnswer, Pin } from '@/lib/interface';

/** A pinned event under the name that the whole report calls it by. */
export interface NumberedPin {
  /** `E1` */
  readonly label: string;
  readonly pin: Pin;
  /** Null where there is none, which only an incomplete import makes. */
  readonly copy: EvidenceCopy | null;
}

/** A finding under the name that the whole report calls it by. */
export interface NumberedFinding {
  /** `F1` */
  readonly label: string;
  readonly finding: FindingsStep['findings'][number];
}

/** Events that are pinned twice have one name, and so have findings. */
export interface Numbered {
  readonly pins: readonly NumberedPin[];
  readonly findings: readonly NumberedFinding[];
  labelOfPin(event: string): string;
  labelOfFinding(id: string): string;
}

/** Pins and findings of a hunt, numbered in the order of its steps. */
export function numberedOf(hunt: HuntAnswer): Numbered {
  const copies = new Map(hunt.evidence.map((copy) => [copy.event, copy]));
  const pins = new Map<string, NumberedPin>();
  const findings = new Map<string, NumberedFinding>();
  for (const step of hunt.steps) {
    for (const pin of step.kind === 'evidence' ? step.pins : []) {
      if (pins.has(pin.event)) continue;
      pins.set(pin.event, { label: `E${pins.size + 1}`, pin, copy: copies.get(pin.event) ?? null });
    }
    for (const finding of step.kind === 'findings' ? step.findings : []) {
      if (findings.has(finding.id)) continue;
      findings.set(finding.id, { label: `F${findings.size + 1}`, finding });
    }
  }
  return {
    pins: [...pins.values()],
    findings: [...findings.values()],
    labelOfPin: (event) => pins.get(event)?.label ?? '',
    labelOfFinding: (id) => findings.get(id)?.label ?? '',
  };
}
