import type { CheckName } from "../checks/checks.ts";
import type { CheckResult } from "../checks/examination.ts";
import type { Difference } from "../compare.ts";

/** The version of the report's form: a change that a reader notices counts it up. `report.schema.json` describes it. */
export const REPORT_VERSION = 1;

/** How often a check was made, and what came of it. */
export interface CheckCount {
  readonly passed: number;
  readonly failed: number;
}

/** A precondition that a pack declares for a kernel, and how many cases lay on either side of it. */
export interface PreconditionCount {
  readonly reason: string;
  readonly declined: number;
  readonly taken: number;
}

/** What the suite found of one kernel. */
export interface KernelReport {
  readonly kernel: string;
  readonly operator: string;
  /** Operator versions 1 to this one. */
  readonly maxVersion: number;
  /** As the kernel declares them: `int8, int8, int32? -> int8`. */
  readonly types: string;
  readonly rounding: "none" | "double" | "single";
  readonly exactness: "exact" | "tolerance";
  readonly inPlace: readonly number[];
  /** Committed and recorded cases that the kernel ran. */
  readonly cases: { readonly passed: number; readonly failed: number; readonly waived: number };
  /** Random models that it ran. */
  readonly randomModels: number;
  readonly checks: { readonly [Check in CheckName]?: CheckCount };
  /** The largest difference from the reference that was seen: units in the last place, or a float's distance. */
  readonly largestDifference: number;
  readonly preconditions: readonly PreconditionCount[];
  /** Medians of one invoke of its largest case, in microseconds. */
  readonly speed?: { readonly case: string; readonly kernel: number; readonly reference: number };
  /** Instructions of one invoke of its largest case, where they are counted: on an emulated core. */
  readonly instructions?: { readonly case: string; readonly count: number };
  /** What is wrong with the kernel as a whole: no case ran it, a precondition was seen from one side only. */
  readonly problems: readonly string[];
}

/** A case that failed. */
export interface FailureReport {
  /** The id of a case, or `random/<operator>/<types>/<seed>` of a model that was made. */
  readonly id: string;
  readonly operator: string;
  readonly kernels: readonly string[];
  readonly checks: readonly CheckResult[];
  /** How to see it again: a command's arguments. */
  readonly replay: string;
  /** The smallest random model that fails in the same way, as a line that can be added to a case file. */
  readonly line?: string;
}

/** A waiver and what became of its case. */
export interface WaiverReport {
  readonly case: string;
  readonly reason: string;
  readonly issue: string;
  /** `unneeded`: the case passes, so the waiver has to go. `not-run`: the run left the case out. */
  readonly outcome: "failed" | "unneeded" | "not-run";
}

/** A whole model, compared layer by layer. */
export interface ModelReport {
  readonly model: string;
  readonly status: "same" | "differs" | "failed";
  /** Nodes that kernels of the pack ran. */
  readonly nodes: number;
  readonly message?: string;
  readonly location?: string;
  readonly kernel?: string;
  readonly difference?: Difference;
}

/** What a pack is, so that a report is about nothing else. */
export interface PackIdentity {
  readonly id: string;
  readonly version: string;
  /** Version of the kernel contract, for packs of C kernels. */
  readonly abi?: string;
  /** Intrinsics of cores that the modules emulate in plain C: `Arm's Helium`. */
  readonly emulates?: readonly string[];
  /** SHA-256 of each file that the pack is loaded from, by its name. */
  readonly files: { readonly [name: string]: string };
  /** SHA-256 of the package's tarball, where the run was given it. */
  readonly tarball?: string;
}

/** An emulated core, and what the pack's kernels are on it. */
export interface DeviceReport {
  /** `Cortex-M4 with DSP extension and FPU`. */
  readonly core: string;
  /** `arm-none-eabi-gcc 12.2.1`. */
  readonly compiler: string;
  /** `qemu-system-arm 7.2.22`. */
  readonly emulator: string;
  /** Bytes of code and constants of all kernels with what calls them. */
  readonly textBytes: number;
}

/** A target that was left out: neither passed nor failed. */
export interface SkippedTarget {
  /** `cortex-m4`. */
  readonly target: string;
  readonly verdict: "skipped";
  readonly reason: string;
}

/** What the suite found where kernels computed on an emulated core. */
export interface TestedTarget
  extends Pick<Report, "summary" | "kernels" | "failures" | "waivers" | "models" | "problems"> {
  readonly target: string;
  readonly verdict: "passed" | "failed";
  readonly device: DeviceReport;
}

export type TargetReport = SkippedTarget | TestedTarget;

/** What a run of the suite found. */
export interface Report {
  readonly $schema: string;
  readonly version: typeof REPORT_VERSION;
  readonly verdict: "passed" | "failed";
  readonly pack: PackIdentity;
  readonly suite: {
    readonly version: string;
    /** SHA-256 over all committed cases. */
    readonly corpus: string;
    /** Ids of all checks, in order, with what they say. */
    readonly checks: { readonly [Check in CheckName]: string };
  };
  readonly reference: {
    readonly id: string;
    readonly version: string;
    /** That of the pack's kernels: each is held to the reference that rounds likewise. */
    readonly rounding: "double" | "single" | "double and single";
  };
  /** Where kernels ran. */
  readonly engine: {
    readonly target: string;
    readonly name: string;
    readonly version: string;
    readonly platform: string;
    /** WebAssembly features that the engine has. */
    readonly features: readonly string[];
  };
  readonly run: {
    readonly seed: number;
    /** Random models of each generator. */
    readonly runs: number;
    /** `1/4`, where the run is one of several. */
    readonly shard?: string;
    /** What the run was narrowed to, as it was asked for. */
    readonly only?: string;
    readonly seconds: number;
  };
  readonly summary: {
    readonly cases: number;
    readonly passed: number;
    readonly failed: number;
    readonly waived: number;
    /** Cases that the pack's kernels decline, as they declare. */
    readonly declined: number;
    /** Cases of operators and types that the pack has no kernel for. */
    readonly unclaimed: number;
    readonly randomModels: number;
    readonly models: number;
  };
  readonly kernels: readonly KernelReport[];
  readonly failures: readonly FailureReport[];
  readonly waivers: readonly WaiverReport[];
  readonly models: readonly ModelReport[];
  /** The same for each target that was asked for. Default is none. */
  readonly targets?: readonly TargetReport[];
  /** What is wrong with the run as a whole. */
  readonly problems: readonly string[];
}
