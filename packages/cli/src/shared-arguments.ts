import type { BooleanArgDef, StringArgDef } from "citty";

type Flag = BooleanArgDef & { readonly type: "boolean" };

type Text = StringArgDef & { readonly type: "string" };

/** The arguments that every command with kernels has. */
export const sharedArguments: {
  readonly pack: Text & { readonly multiple: true };
  readonly "no-fallback": Flag;
  readonly config: Text;
  readonly env: Text;
  readonly json: Flag;
  readonly help: Flag;
} = {
  pack: {
    type: "string",
    multiple: true,
    valueHint: "NAME",
    description: "Kernel pack, an npm package or an ES module; repeatable, the first has priority",
  },
  "no-fallback": { type: "boolean", description: "Do not add the reference pack behind the packs given" },
  config: {
    type: "string",
    valueHint: "FILE",
    description: "Configuration; default without --pack: thimble.config.* here or above",
  },
  env: { type: "string", valueHint: "NAME", description: "Environment of the configuration" },
  json: { type: "boolean", description: "Print one JSON document" },
  help: { type: "boolean", alias: "h", description: "Print this text" },
};
