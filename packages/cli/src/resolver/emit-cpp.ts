import { ThimbleError } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { namesOf } from "./names-of.ts";
import type { ResolverReport } from "./resolver-report.ts";
import { tflmMethod } from "./tflm-resolver.ts";

const known: ReadonlySet<string> = new Set(reference.kernels.map(({ operator }) => operator.name));

/**
 * A C++ header for TFLM: a resolver with the operators of some models and nothing else.
 *
 * @throws ThimbleError `OPERATOR_UNSUPPORTED` for an operator that TFLM has not
 */
export function emitCpp({ models }: ResolverReport): string {
  const operators = [...new Set(models.flatMap(({ nodes }) => nodes.map(({ operator }) => operator)))].sort();
  const stranger = operators.find((operator) => !known.has(operator));
  if (stranger !== undefined)
    throw new ThimbleError(
      "OPERATOR_UNSUPPORTED",
      `TensorFlow Lite Micro has no operator ${stranger}; register it yourself, with AddCustom("${stranger}", …), or convert the model without it`,
    );
  const resolver = `tflite::MicroMutableOpResolver<${operators.length}>`;
  return `// The operators of ${namesOf(models)}. Made by: thimble resolver --emit cpp
#ifndef THIMBLE_MODEL_OPS_H_
#define THIMBLE_MODEL_OPS_H_

#include "tensorflow/lite/micro/micro_mutable_op_resolver.h"

using ModelOpResolver = ${resolver};

inline TfLiteStatus RegisterModelOps(ModelOpResolver& resolver) {
${operators.map((operator) => `  TF_LITE_ENSURE_STATUS(resolver.${tflmMethod(operator)}());`).join("\n")}
  return kTfLiteOk;
}

#endif  // THIMBLE_MODEL_OPS_H_
`;
}
