import { checkForm } from "./check-node.ts";
import type { AnyKernel } from "./kernel.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import { type KernelNode, nodeError } from "./node.ts";
import { type ChooseKernel, Offer } from "./offer.ts";
import type { Pack } from "./pack.ts";
import { matchesSignature, parseSignature, type Signature } from "./signature.ts";
import type { ModelNode } from "./subgraph.ts";
import { beyondTflmLimits } from "./tflm-limits.ts";

/** A node with the kernel that will run it. */
export interface ResolvedNode {
  readonly node: KernelNode;
  readonly kernel: AnyKernel;
  readonly pack: Pack;
}

interface Candidate {
  readonly kernel: AnyKernel;
  readonly pack: Pack;
  /** Parsed when the first node asks for the operator: most kernels of a pack are never asked. */
  signature?: Signature;
}

const signatureOf = (candidate: Candidate): Signature => {
  candidate.signature ??= parseSignature(candidate.kernel.types);
  return candidate.signature;
};

const typesOf = (tensors: readonly (KernelTensor | undefined)[]): (string | null)[] =>
  tensors.map((tensor) => tensor?.type ?? null);

const show = (types: readonly (string | null)[]): string => types.map((type) => type ?? "none").join(", ");

const describeTypes = ({ inputs, outputs }: ModelNode): string =>
  `${show(typesOf(inputs))} -> ${show(typesOf(outputs))}`;

const refusedByTflm = (node: ModelNode, reason: string): Error =>
  nodeError(node, `TFLM refuses the node: ${reason}; leave out strict: "tflm" to run it here`, "TFLM_REFUSED");

const WEIGHT_TYPES: readonly (string | null)[] = ["int8", "uint8", "int4"];

/** Float activations with quantized constants: a "hybrid" or "dynamic range" model. */
const isHybrid = ({ inputs }: ModelNode): boolean =>
  inputs[0]?.type === "float32" && inputs.some((tensor) => tensor?.isConstant && WEIGHT_TYPES.includes(tensor.type));

/** What a resolver is told besides the packs. */
export interface ResolverOptions {
  /** `"tflm"` leaves out what TFLM refuses. */
  readonly strict?: "tflm" | undefined;
  /** Which kernels are asked, and in which order. Default is all, in the packs' order. */
  readonly choose?: ChooseKernel | undefined;
}

/** Chooses a kernel for each node: the first in the packs' order whose types fit and that takes the node. */
export class Resolver {
  readonly #packs: readonly Pack[];
  readonly #isStrict: boolean;
  readonly #order: ChooseKernel;
  readonly #byOperator = new Map<string, Candidate[]>();

  constructor(packs: readonly Pack[], { strict, choose }: ResolverOptions) {
    this.#packs = packs;
    this.#isStrict = strict === "tflm";
    this.#order = choose ?? ((_, offers) => offers);
    for (const pack of packs) {
      for (const kernel of pack.kernels) {
        const candidates = this.#byOperator.get(kernel.operator.name) ?? [];
        candidates.push({ kernel, pack });
        this.#byOperator.set(kernel.operator.name, candidates);
      }
    }
  }

  /**
   * Checks a node and gives it a kernel.
   *
   * @throws ThimbleError `OPERATOR_UNSUPPORTED`, `TYPES_UNSUPPORTED`, `HYBRID_UNSUPPORTED`, `OPERATOR_VERSION`,
   * `NODE_INVALID` or `TFLM_REFUSED`, naming the node, what was tried and what would help.
   */
  resolve(node: ModelNode): ResolvedNode {
    const candidates = this.#byOperator.get(node.operatorName);
    if (!candidates?.[0]) throw this.#operatorUnsupported(node);
    checkForm(candidates[0].kernel.operator, node);
    const [inputs, outputs] = [typesOf(node.inputs), typesOf(node.outputs)];
    const fitting = candidates.filter((candidate) => matchesSignature(signatureOf(candidate), inputs, outputs));
    if (fitting.length === 0) throw this.#typesUnsupported(node, candidates);
    const allowed = fitting.filter(({ kernel }) => !(this.#isStrict && kernel.beyondTflm));
    if (allowed.length === 0) throw refusedByTflm(node, `it has no kernel for ${describeTypes(node)}`);
    return this.#choose(node, allowed);
  }

  #choose(node: ModelNode, candidates: readonly Candidate[]): ResolvedNode {
    const declined: string[] = [];
    const offers = candidates.map(({ kernel, pack }) => new Offer(node, kernel, pack));
    for (const offer of this.#order(node, offers)) {
      const { node: checked, kernel, pack } = offer;
      const excess = this.#isStrict && beyondTflmLimits(kernel.operator, node);
      if (excess) throw refusedByTflm(node, excess);
      const answer = offer.answer();
      if (answer === true) return { node: checked, kernel, pack };
      declined.push(`${kernel.name} of ${pack.id}: ${answer}`);
    }
    const reasons = declined.join("; ") || 'the option "choose" left none to ask';
    throw nodeError(node, `every kernel declined the node: ${reasons}`, "OPERATOR_UNSUPPORTED");
  }

  #operatorUnsupported(node: ModelNode): Error {
    const tried = this.#packs.map(({ id, version }) => `${id}@${version}`).join(", ") || "none";
    return nodeError(
      node,
      `no pack has a kernel for this operator; packs tried: ${tried}. Add a pack that has it to "packs"`,
      "OPERATOR_UNSUPPORTED",
    );
  }

  #typesUnsupported(node: ModelNode, candidates: readonly Candidate[]): Error {
    const types = describeTypes(node);
    if (isHybrid(node))
      return nodeError(
        node,
        `the types ${types} mix float activations with quantized weights (a hybrid model); convert it with full integer quantization, or without any`,
        "HYBRID_UNSUPPORTED",
      );
    const known = candidates.map(({ kernel, pack }) => `${kernel.types} (${pack.id})`).join("; ");
    return nodeError(node, `no kernel takes the types ${types}; there are kernels for ${known}`, "TYPES_UNSUPPORTED");
  }
}
