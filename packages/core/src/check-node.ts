import { customOptionBytes, defaultView, type OptionsName } from "@thimble/schema";
import { nodeError } from "./node.ts";
import type { Operator, UncheckedNode } from "./operator.ts";
import type { ModelNode } from "./subgraph.ts";

/** Checks what can be checked before the types are known to fit: version, number of tensors, where outputs go. */
export function checkForm(operator: Operator, node: ModelNode): void {
  if (node.version > operator.maxVersion)
    throw nodeError(
      node,
      `version ${node.version} is newer than ${operator.maxVersion}, the newest this release knows; convert the model for an older version or update @thimble/core`,
      "OPERATOR_VERSION",
    );
  checkArity(node, "inputs", operator.inputs, node.inputs);
  checkArity(node, "outputs", operator.outputs, node.outputs);
  for (const output of node.outputs)
    if (output.isConstant) throw nodeError(node, `writes to the constant "${output.name}"`);
}

/** Checks a node by its operator's definition and returns the parameters that kernels rely on. */
export const checkNode = <Params>(operator: Operator<Params>, node: ModelNode): Params =>
  operator.check(uncheckedNode(operator, node));

function uncheckedNode(operator: Operator, node: ModelNode): UncheckedNode {
  const { view } = node;
  const union = view.builtinOptions ?? view.builtinOptions2;
  if (operator.options && union && union.type !== operator.options)
    throw nodeError(node, `carries ${union.type}, it needs ${operator.options}`);
  const options = operator.options && (union?.value ?? defaultView(operator.options as OptionsName));
  return { ...node, options: options as UncheckedNode["options"], customOptions: customOptionBytes(view) };
}

/**
 * Holds the tensors of a node against the names its operator gives them: `bias?` optional, `values...` repeated,
 * `values?...` repeated or left out.
 */
function checkArity(
  node: ModelNode,
  what: string,
  names: readonly string[],
  tensors: readonly (object | undefined)[],
): void {
  const variadic = names.at(-1)?.endsWith("...") ?? false;
  if (tensors.length > names.length && !variadic)
    throw nodeError(node, `has ${tensors.length} ${what}, it takes at most ${names.length} (${names.join(", ")})`);
  names.forEach((name, i) => {
    if (!/\?(\.\.\.)?$/.test(name) && tensors[i] === undefined)
      throw nodeError(node, `${what}[${i}] (${name.replace("...", "")}) is missing`);
  });
  const hole = tensors.findIndex((tensor, i) => i >= names.length && tensor === undefined);
  if (hole >= 0) throw nodeError(node, `${what}[${hole}] is missing`);
}
