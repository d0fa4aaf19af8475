import { fileURLToPath } from "node:url";
import { testModelledInstructions } from "@thimble/goldens/modelled";
import { singleRounding } from "@thimble/kernels-reference";

const pack = fileURLToPath(new URL("..", import.meta.url));

testModelledInstructions(pack, "dist/kernels.wasm", 7.75, [singleRounding]);
