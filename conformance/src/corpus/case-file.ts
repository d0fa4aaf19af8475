import { ThimbleError } from "@thimble/core";
import { decodeBase64, encodeBase64 } from "../base64.ts";
import type { ConformanceCase, Invocation } from "../checks/case.ts";
import type { GeneratedTensor } from "../generate/graph.ts";
import { type SingleOperator, writeSingleOperator } from "../generate/single-operator.ts";

/** A case of one operator as it is committed: one line of `cases/<operator>/<types>.jsonl`. */
export interface CommittedCase {
  readonly id: string;
  /** Which edges it has, for people to read: names of `features`. */
  readonly covers: readonly string[];
  readonly node: SingleOperator;
  readonly invocations: readonly Required<Invocation>[];
}

/** Bytes are base64; what random data was to be like is in the data. */
const write = (key: string, value: unknown): unknown =>
  key === "hints" ? undefined : value instanceof Uint8Array ? encodeBase64(value) : value;

const read = (key: string, value: unknown): unknown =>
  (key === "data" || key === "customOptions") && typeof value === "string" ? decodeBase64(value) : value;

/** A case as a line of JSON; bytes are base64, little-endian. */
export const formatCase = ({ id, covers, node, invocations }: CommittedCase): string =>
  JSON.stringify({ id, covers, node, invocations }, write);

/**
 * Parses a line of a case file.
 *
 * @param where what to call the line in errors: `conv_2d/s8.jsonl:3`
 * @throws ThimbleError `OPTION_INVALID` when the line is no case
 */
export function parseCase(line: string, where: string): CommittedCase {
  try {
    const { id, covers, node, invocations } = JSON.parse(line, read);
    return {
      id,
      covers,
      node: { ...node, inputs: node.inputs.map((tensor: GeneratedTensor | null) => tensor ?? undefined) },
      invocations: invocations.map(({ inputs, outputs }: Record<string, string[]>) => ({
        inputs: inputs!.map(decodeBase64),
        outputs: outputs!.map(decodeBase64),
      })),
    };
  } catch (cause) {
    throw new ThimbleError("OPTION_INVALID", `${where}: the line is no case as cases/schema.json describes it`, {
      cause,
    });
  }
}

/** A committed case as the suite runs it. */
export const toConformanceCase = ({ id, covers, node, invocations }: CommittedCase): ConformanceCase => ({
  id,
  operator: node.operator,
  covers,
  model: writeSingleOperator(node),
  invocations,
});
