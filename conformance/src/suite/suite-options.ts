import type { AnyPack } from "@thimble/core";
import type { CaseResult } from "../checks/check-case.ts";
import type { PackSource, ResolvedSource } from "./pack-source.ts";
import type { Scope } from "./plan.ts";
import type { PackSettings } from "./settings.ts";
import type { Task } from "./task.ts";

/** How far a run is. */
export interface Progress {
  /** Cases and random models. */
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly current: string;
}

/** A run of the suite. */
export interface SuiteOptions extends PackSettings, Partial<Scope> {
  readonly pack: PackSource;
  /** Names of the only kernels that count. Default is all of the pack. */
  readonly kernels?: readonly string[];
  /** Default is as many as the machine has cores. */
  readonly threads?: number;
  /** Seconds that a case may take. Default is 30. */
  readonly secondsPerCase?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run at the first failure. Default is false. */
  readonly bail?: boolean;
  /** Called with each case and random model, in no order; with a case that passed once more if its heap is at fault. */
  readonly onResult?: (result: CaseResult) => void;
  readonly onTaskDone?: (task: Task) => void;
  /** Ends the run early; the report says nothing then. */
  readonly signal?: AbortSignal;
  /** Emulated cores on which the suite runs as well, by their names in `@thimble/devices`. Default is none. */
  readonly targets?: readonly string[];
  /** URL of the module `@thimble/devices`. Default is the one that the pack's package sees. */
  readonly devices?: string;
  /** The digest of the package's tarball, for the report. */
  readonly tarball?: string;
}

/** What a run is about: the pack, where it is from, what it says of itself, and what of the suite is wanted. */
export interface Basis {
  readonly source: ResolvedSource;
  readonly pack: AnyPack;
  readonly settings: Required<PackSettings>;
  readonly scope: Scope;
}
