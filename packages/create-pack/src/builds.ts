import type { PackChoice, Place } from "./choices.ts";

interface Build {
  readonly features: readonly string[];
  readonly flags: readonly string[];
}

/** The modules that are built for a place. An engine takes the first whose features it has. */
export const builds: Readonly<Record<Place, Readonly<Record<string, Build>>>> = {
  engines: {
    "dist/kernels.simd128.wasm": { features: ["simd128"], flags: ["-O3"] },
    "dist/kernels.wasm": { features: [], flags: ["-O2"] },
  },
  devices: { "dist/kernels.wasm": { features: [], flags: ["-O2"] } },
};

/** The module that a pack exports. */
export function indexModule({ name, place }: PackChoice): string {
  const list = Object.entries(builds[place]).map(([path, { features }]) => {
    const needs = features.length > 0 ? `, features: [${features.map((feature) => `"${feature}"`).join(", ")}]` : "";
    return `    { wasm: new URL("./${path}", import.meta.url)${needs} },\n`;
  });
  return `import { definePack } from "@thimble/abi";

/** The pack: \`packs: [await loadPack(pack), reference]\`. */
export default definePack({
  id: "${name}",
  builds: [
${list.join("")}  ],
});
`;
}
