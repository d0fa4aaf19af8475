import { type FullyConnectedParams, fullyConnected, type Kernel, type KernelNode, type Region } from "@thimble/core";
import { type MutatedKernel, mutated } from "./mutant.ts";

interface Prepared {
  /** The sums of one batch, in scratch. */
  readonly sums: Region<"float64">;
  /** What the filter's elements were in prepare: views of memory that may grow. Only mutants look at it. */
  readonly weights: Float32Array;
}

type Node = KernelNode<FullyConnectedParams>;

interface Lines {
  /** What the module does when a node is prepared. */
  note(node: Node): void;
  sums(prepared: Prepared): Float64Array;
  weights(node: Node, prepared: Prepared): Float32Array;
  /** Sets sums to what they begin with. */
  begin(sums: Float64Array, bias: Float32Array | undefined): void;
  /** Products of each row. */
  depth(params: FullyConnectedParams): number;
}

/** Adds the products of one batch to the sums of its rows. */
function addProducts(sums: Float64Array, input: Float32Array, at: number, weights: Float32Array, depth: number): void {
  const stride = weights.length / sums.length;
  for (let row = 0; row < sums.length; row++)
    for (let i = 0; i < depth; i++) sums[row]! += weights[row * stride + i]! * input[at + i]!;
}

/** FULLY_CONNECTED in float32 without an activation: each sum is kept in double and rounded once. */
const make = ({ note, sums, weights, begin, depth }: Lines): Kernel<FullyConnectedParams, Prepared> => ({
  name: "fully_connected_f32",
  operator: fullyConnected,
  types: "float32, float32, float32? -> float32",
  supports(node) {
    if (node.params.activation !== "NONE") return "there is an activation";
    const { inputDepth, outputDepth } = node.params;
    return node.input(1).size === inputDepth * outputDepth || "the filter has more rows than the output channels";
  },
  prepare(node, host) {
    note(node);
    return {
      sums: host.requestScratch("float64", node.params.outputDepth),
      weights: node.input(1).data as Float32Array,
    };
  },
  invoke(node, prepared) {
    const { batches, inputDepth, outputDepth } = node.params;
    const own = sums(prepared);
    const input = node.input(0).data as Float32Array;
    const bias = node.optionalInput(2)?.data as Float32Array | undefined;
    const output = node.output(0).data as Float32Array;
    for (let batch = 0; batch < batches; batch++) {
      begin(own, bias);
      addProducts(own, input, batch * inputDepth, weights(node, prepared), depth(node.params));
      store(own, output, batch * outputDepth);
    }
    return undefined;
  },
});

/** Sums beyond the finite floats become the nearest of them, as with every activation. */
function store(sums: Float64Array, output: Float32Array, at: number): void {
  for (let row = 0; row < sums.length; row++) output[at + row] = Math.min(Math.max(sums[row]!, -MOST), MOST);
}

/** The largest float32. */
const MOST = 2 ** 128 - 2 ** 104;

function begin(sums: Float64Array, bias: Float32Array | undefined): void {
  if (bias) sums.set(bias);
  else sums.fill(0);
}

/** What a mutant keeps in the module. */
const seen = new Map<Node, Uint8Array>();

export const fullyConnectedF32: MutatedKernel = mutated(
  make,
  {
    note: () => undefined,
    sums: ({ sums }) => sums.data,
    weights: (node) => node.input(1).data as Float32Array,
    begin,
    depth: ({ inputDepth }) => inputDepth,
  },
  {
    "sums-not-cleared": {
      what: "Without a bias, sums begin with what scratch holds.",
      line: {
        begin(sums, bias) {
          if (bias) begin(sums, bias);
        },
      },
      killedBy: "reads",
    },
    "last-bias-forgotten": {
      what: "The last of several rows has no bias.",
      line: {
        begin(sums, bias) {
          begin(sums, bias);
          if (sums.length > 1) sums[sums.length - 1] = 0;
        },
      },
      killedBy: "matches",
    },
    "weights-of-prepare": {
      what: "The view of the weights is the one of prepare: when the memory grows afterwards, it is empty.",
      line: { weights: (_, { weights }) => weights },
      killedBy: "matches",
    },
    "sums-made-in-invoke": {
      what: "Each invoke makes an array for its sums.",
      line: { sums: ({ sums }) => new Float64Array(sums.data.length) },
      killedBy: "allocation",
    },
    "nodes-kept": {
      what: "The module keeps every node that was prepared, with its memory, for ever.",
      line: { note: (node) => void seen.set(node, node.input(1).bytes) },
      killedBy: "dispose",
    },
    "last-product-dropped": {
      what: "The last product of each sum is missing.",
      line: { depth: ({ inputDepth }) => inputDepth - 1 },
      killedBy: "matches",
    },
  },
);
