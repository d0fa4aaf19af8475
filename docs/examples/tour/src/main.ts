import { runSuite } from "@thimble/conformance/suite";
import { compare } from "./compare.ts";
import { open } from "./open.ts";

/** The operator that the model is made of. */
const OPERATOR = "fully_connected";

const [reference, fast] = [await open("reference"), await open()];
const pack = fast.steps[0]!.pack;
const { inputs, differing, microseconds } = compare(reference, fast);
reference.dispose();
fast.dispose();

const [slow, quick] = microseconds;
console.log(`The same model with ${pack.id} before the reference, by thimble.config.json:

  ${inputs} inputs, ${differing === 0 ? "the same bytes for all of them" : `${differing} of them with other bytes`}
  ${slow.toFixed(2)} µs an invoke with the reference, ${quick.toFixed(2)} µs with ${pack.id}: ${(slow / quick).toFixed(1)} times faster
`);

const { verdict, summary, run } = await runSuite({ pack: pack.id, operators: [OPERATOR], runs: 20 });
console.log(`Why to believe it: the conformance suite, on ${OPERATOR} only:

  ${verdict}: ${summary.passed} cases and ${summary.randomModels} random models in ${run.seconds.toFixed(1)} s, ${summary.failed} failed, ${summary.declined} declined as declared
`);

console.log(`Try next:

  npx thimble inspect docs/examples/sine/sine_int8.tflite    what a model is made of
  npx thimble run YOUR.tflite --input PICTURE.png            a model of yours
  npx thimble resolver YOUR.tflite --explain                 who runs each node, and why

docs/start has ten minutes for each: running models, writing kernels, understanding it all.
`);
process.exitCode = differing === 0 && verdict === "passed" ? 0 : 1;
