import { testDamagedModels } from "@thimble/conformance/damaged-models";
import { loadPack } from "@thimble/core";
import { describe } from "vitest";
import description from "../src/index.ts";

describe("on damaged models the pack computes what the reference computes, or both refuse", async () =>
  testDamagedModels(await loadPack(description)));
