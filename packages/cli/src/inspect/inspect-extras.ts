import { bufferBytes, type Model } from "@thimble/schema";
import type { MetadataReport, SignatureReport } from "./inspect-report.ts";

/** What converters attach to a model, by name. */
export const describeMetadata = (model: Model): MetadataReport[] =>
  model.metadata.map(({ name, buffer }) => ({ name, bytes: bufferBytes(model, buffer).length }));

/** The names that a model gives its entry points and their tensors. */
export const describeSignatures = (model: Model): SignatureReport[] =>
  model.signatureDefs.map(({ signatureKey, subgraphIndex, inputs, outputs }) => ({
    key: signatureKey,
    subgraph: subgraphIndex,
    inputs: inputs.map(({ name, tensorIndex }) => ({ name, tensor: tensorIndex })),
    outputs: outputs.map(({ name, tensorIndex }) => ({ name, tensor: tensorIndex })),
  }));
