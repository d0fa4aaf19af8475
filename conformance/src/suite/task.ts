import type { CaseResult } from "../checks/check-case.ts";
import type { ModelDifference } from "../compare-model.ts";

/** A piece of work that one worker does at a time. */
export type Task =
  /** Committed and recorded cases of an operator, by their ids. */
  | { readonly kind: "cases"; readonly word: string; readonly ids: readonly string[] }
  /** Random models of a generator. */
  | {
      readonly kind: "random";
      readonly operator: string;
      readonly types: string;
      readonly seed: number;
      readonly runs: number;
    }
  /** A model's file, layer by layer. */
  | { readonly kind: "model"; readonly path: string };

/** How fast a kernel is on a case, in microseconds an invoke. */
export interface Speed {
  readonly kernel: string;
  readonly case: string;
  readonly ours: number;
  readonly reference: number;
}

/** Instructions that a kernel takes on a device for a case. */
export interface InstructionCount {
  readonly kernel: string;
  readonly case: string;
  readonly instructions: number;
}

/** What a worker says of its task. */
export type Message =
  /** What follows is about this; nothing after it within the time limit means that it hangs. */
  | { readonly kind: "start"; readonly id: string }
  | { readonly kind: "case"; readonly result: CaseResult }
  /** What was looked at once more of a case that passed. */
  | { readonly kind: "heap"; readonly result: CaseResult }
  | {
      readonly kind: "random";
      readonly result: CaseResult;
      /** Where the model is the smallest that was found to fail: a line for a case file. */
      readonly line?: string;
    }
  | {
      readonly kind: "model";
      readonly path: string;
      readonly nodes: number;
      readonly difference?: ModelDifference;
      readonly error?: string;
    }
  | { readonly kind: "speed"; readonly speed: Speed }
  | { readonly kind: "instructions"; readonly count: InstructionCount };

/** A name for people. */
export const nameOf = (task: Task): string =>
  task.kind === "cases" ? task.word : task.kind === "random" ? `random ${task.operator} ${task.types}` : task.path;

/** How much work a task is, in cases. */
export const weightOf = (task: Task): number =>
  task.kind === "cases" ? task.ids.length : task.kind === "random" ? task.runs : 20;
