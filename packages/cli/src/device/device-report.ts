/** Instructions of a node on a core. */
export interface NodeInstructions {
  readonly index: number;
  readonly operator: string;
  readonly kernel: string;
  readonly instructions: number;
  /** Of all instructions, 0 to 1. */
  readonly share: number;
  /** Multiplications with addition that the operator takes; 0 where it is none of products. */
  readonly macs: number;
}

/** What `thimble device --json` prints. */
export interface DeviceReport {
  readonly command: "device";
  readonly model: string;
  readonly pack: string;
  readonly target: string;
  readonly core: string;
  readonly compiler: string;
  /** Of one invoke: of kernels from their call to their return, and nothing else. */
  readonly instructions: number;
  /** Whether a second invoke on the same inputs took the same number in every node. */
  readonly isRepeatable: boolean;
  /** Whether every output has the bytes that the pack gives as WebAssembly. */
  readonly isSame: boolean;
  /** Bytes of code and constants: of the model's kernels with what calls them, and of all of the pack's. */
  readonly textBytes: { readonly model: number | null; readonly pack: number };
  readonly nodes: readonly NodeInstructions[];
}
