/** Every code a `ThimbleError` can carry, with what it says about the failure. */
export const errorCodes = {
  MODEL_INVALID: "The model's bytes contradict the .tflite format.",
  MODEL_TRUNCATED: "The model's bytes end before what they describe.",
  MODEL_NOT_TFLITE: "The bytes are not a .tflite model.",
  MODEL_TOO_LARGE: "The model is larger than can be addressed, or describes far more than it holds.",
  MODEL_VERSION: "The model is written in a version of the schema that is not supported.",
  FLEXBUFFER_INVALID: "The bytes are not a valid FlexBuffer.",
  WRITER_INVALID: "The description of a model cannot be written.",
  OPERATOR_UNSUPPORTED: "No pack has a kernel for an operator of the model, or every kernel declined the node.",
  TYPES_UNSUPPORTED: "No kernel takes the tensor types of a node.",
  OPERATOR_VERSION: "An operator's version is newer than this release knows.",
  NODE_INVALID: "A node's tensors or options contradict what its operator computes.",
  HYBRID_UNSUPPORTED: "A node mixes float activations and quantized weights.",
  TFLM_REFUSED: 'TFLM refuses a node, and `strict: "tflm"` asks for what it asks.',
  ARENA_TOO_SMALL: "The arena cannot hold what the model needs.",
  ARENA_TAKEN: "Another model has used the arena that several share.",
  ARENA_TOO_LARGE: "The model needs an arena larger than is made without being asked for.",
  INPUT_SIZE: "The data for an input has the wrong number of elements.",
  INPUT_TYPE: "The data for an input is of a kind that the tensor cannot take.",
  TENSOR_UNKNOWN: "No tensor has this name or index.",
  TENSOR_NOT_QUANTIZED: "An integer tensor without a scale was asked for real numbers.",
  INTERPRETER_BUSY: "The interpreter is used from inside its own invoke.",
  DISPOSED: "The object is used after it was disposed of.",
  OPTION_INVALID: "An option has a value that is not allowed.",
  CONFIG_INVALID: "A configuration has a key or value that is not allowed, or names what is not there.",
  PACK_INVALID: "A pack cannot be found, or is not what a pack has to be.",
  PACK_BUILD: "A pack's C does not compile or link.",
  PACK_IMPORT: "A pack's module imports what the kernel contract does not give.",
  PACK_UNSUPPORTED: "The engine lacks what a pack of C kernels needs.",
  ABI_MISMATCH: "A pack speaks a version of the kernel contract that the host does not.",
  PLAN_INVALID: "A memory plan cannot be kept: the one that a model carries, or, by a planner's fault, another.",
  KERNEL_FAILED: "A kernel failed while it ran.",
  DEVICE_TOOL: "A compiler or emulator that a device target needs is not installed.",
  DEVICE_FAILED: "An emulated core trapped, hung or did not start.",
  DEVICE_MEMORY: "What is to run on an emulated core is larger than the core's memory.",
  PLANNER_UNKNOWN: "No memory planner has this name.",
} as const;

/** A code that identifies the kind of a failure, for programs. */
export type ThimbleErrorCode = keyof typeof errorCodes;

/** What an error can say besides its code and message. */
export interface ThimbleErrorOptions {
  /** The error that led to this one. */
  cause?: unknown;
  /** The path of what is at fault, as in `subgraphs[0].operators[3].inputs[1]`. It is put before the message. */
  where?: string;
}

/** The only error Thimble throws on purpose: `code` is for programs, `message` for people. */
export class ThimbleError extends Error {
  readonly code: ThimbleErrorCode;
  /** The path of what is at fault, when there is one. */
  readonly where: string | undefined;

  constructor(code: ThimbleErrorCode, message: string, options: ThimbleErrorOptions = {}) {
    const { cause, where } = options;
    super(where ? `${where}: ${message}` : message, cause === undefined ? undefined : { cause });
    this.name = "ThimbleError";
    this.code = code;
    this.where = where;
  }
}
