import { ThimbleError } from "@thimble/core";
import { decodeBase64, encodeBase64 } from "../base64.ts";
import type { ConformanceCase, Invocation } from "../checks/case.ts";
import { type GeneratedTensor, type SingleOperator, writeSingleOperator } from "../generate/single-operator.ts";

/** A case of one operator as it is committed: one line of `cases/<operator>/<types>.jsonl`. */
export interface CommittedCase {
  readonly id: string;
  /** Which edges it has, for people to read: names of `features`. */
  readonly covers: readonly string[];
  readonly node: SingleOperator;
  readonly invocations: readonly Required<Invocation>[];
}

type WrittenTensor = Omit<GeneratedTensor, "data"> & { readonly data?: string };

const writeTensor = ({ data, hints, ...tensor }: GeneratedTensor): WrittenTensor => ({
  ...tensor,
  ...(data && { data: encodeBase64(data) }),
});

const readTensor = ({ data, ...tensor }: WrittenTensor): GeneratedTensor => ({
  ...tensor,
  ...(data !== undefined && { data: decodeBase64(data) }),
});

/** A case as a line of JSON; bytes are base64, little-endian. */
export const formatCase = ({ id, covers, node, invocations }: CommittedCase): string =>
  JSON.stringify({
    id,
    covers,
    node: {
      ...node,
      ...(node.customOptions && { customOptions: encodeBase64(node.customOptions) }),
      inputs: node.inputs.map((tensor) => (tensor ? writeTensor(tensor) : null)),
      outputs: node.outputs.map(writeTensor),
    },
    invocations: invocations.map(({ inputs, outputs }) => ({
      inputs: inputs.map(encodeBase64),
      outputs: outputs.map(encodeBase64),
    })),
  });

/**
 * Parses a line of a case file.
 *
 * @param where what to call the line in errors: `conv_2d/s8.jsonl:3`
 * @throws ThimbleError `OPTION_INVALID` when the line is no case
 */
export function parseCase(line: string, where: string): CommittedCase {
  try {
    const { id, covers, node, invocations } = JSON.parse(line);
    return {
      id,
      covers,
      node: {
        ...node,
        ...(node.customOptions && { customOptions: decodeBase64(node.customOptions) }),
        inputs: node.inputs.map((tensor: WrittenTensor | null) => (tensor ? readTensor(tensor) : undefined)),
        outputs: node.outputs.map(readTensor),
      },
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
export const toConformanceCase = ({ id, node, invocations }: CommittedCase): ConformanceCase => ({
  id,
  operator: node.operator,
  model: writeSingleOperator(node),
  invocations,
});
