import { type LoadedPack, loadPack } from "@thimble/core";
import description from "../src/index.ts";

/** The pack as it was built, for the engine that runs the test. */
export const builtPack = (): Promise<LoadedPack> => loadPack(description);

/** The pack as engines without SIMD get it. */
export const plainPack = (): Promise<LoadedPack> =>
  loadPack({ ...description, builds: description.builds.filter(({ features = [] }) => features.length === 0) });
