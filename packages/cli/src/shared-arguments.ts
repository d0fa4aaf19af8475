import type { BooleanArgDef, StringArgDef } from "citty";

type Flag = BooleanArgDef & { readonly type: "boolean" };

/** The arguments that every command has. */
export const sharedArguments: {
  readonly pack: StringArgDef & { readonly type: "string"; readonly multiple: true };
  readonly "no-fallback": Flag;
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
  json: { type: "boolean", description: "Print one JSON document" },
  help: { type: "boolean", alias: "h", description: "Print this text" },
};
