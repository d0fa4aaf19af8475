import { fileURLToPath } from "node:url";
import { testModelledInstructions } from "@thimble/goldens/modelled";

const pack = fileURLToPath(new URL("..", import.meta.url));

testModelledInstructions(pack, "dist/kernels.s3.wasm", 7.75);
