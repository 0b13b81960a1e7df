import { BombError, LimitError } from './archive';

/** Limits on what one source may unpack to, shared by all archives inside it. */
export interface BudgetLimits {
  /** Bytes that all decoders together may give. */
  readonly bytes: number;
  /** How many times larger than the upload the unpacked bytes may be, checked once `ratioAfter` bytes were unpacked. */
  readonly ratio: number;
  readonly ratioAfter: number;
  /** The same for one compressed file or zip member, by its own packed bytes: the last resort comes after it. */
  readonly memberRatio: number;
  readonly memberRatioAfter: number;
  /** Members of all archives together, folders included. */
  readonly entries: number;
  /** Archives within archives; tar.gz counts as one. */
  readonly depth: number;
}

export const BUDGET_LIMITS: BudgetLimits = {
  bytes: 100 * 1024 ** 3,
  ratio: 300,
  ratioAfter: 64 * 1024 ** 2,
  memberRatio: 150,
  memberRatioAfter: 32 * 1024 ** 2,
  entries: 200_000,
  depth: 4,
};

/** One counter for a whole source; every decoder charges it as bytes come out. */
export class Budget {
  private unpacked = 0;
  private entryCount = 0;

  /** `packed`: the size of the upload in bytes. */
  constructor(
    private readonly packed: number,
    readonly limits: BudgetLimits = BUDGET_LIMITS,
  ) {}

  /** Charges bytes that came out of a decoder; throws `LimitError` when the source unpacks to more than allowed. */
  chargeBytes(count: number): void {
    this.unpacked += count;
    if (this.unpacked > this.limits.bytes) {
      throw new LimitError(`unpacks to more than ${this.limits.bytes} bytes; reading stopped here`);
    }
    if (this.unpacked > this.limits.ratioAfter && this.unpacked > this.packed * this.limits.ratio) {
      throw new LimitError(
        `unpacks to more than ${this.limits.ratio} times its size, as a bomb would; reading stopped here`,
      );
    }
  }

  /**
   * Counts one compressed file or zip member on its own too: to be called with every count of bytes that come out of it.
   * `packed` tells how many bytes it has, or has had so far when nobody knows. Throws `BombError` when it unpacks to more
   * than a member may.
   */
  chargeMember(packed: () => number): (count: number) => void {
    const { memberRatio, memberRatioAfter } = this.limits;
    let unpacked = 0;
    return (count) => {
      unpacked += count;
      if (unpacked > memberRatioAfter && unpacked > packed() * memberRatio) {
        throw new BombError(
          `unpacks to more than ${memberRatio} times its size, as a bomb would; reading of this file stopped here`,
        );
      }
      this.chargeBytes(count);
    };
  }

  /** Charges one member; throws `LimitError` when there are more than allowed. */
  chargeEntry(): void {
    this.entryCount += 1;
    if (this.entryCount > this.limits.entries) {
      throw new LimitError(`holds more than ${this.limits.entries} files; reading stopped here`);
    }
  }
}
