import { testDamagedModels } from "@thimble/conformance/damaged-models";
import { describeBuilds } from "./builds.ts";

describeBuilds("on damaged models the pack computes what the reference computes, or both refuse", (pack) =>
  testDamagedModels(pack),
);
