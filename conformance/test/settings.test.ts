import { ThimbleError } from "@thimble/core";
import { expect, test } from "vitest";
import { type PackSettings, runSuite } from "../src/suite/index.ts";
import { wrongPack } from "./reports.ts";

const messageOf = async (settings: PackSettings): Promise<string> => {
  const error = await runSuite({ pack: wrongPack, ...settings }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ThimbleError);
  expect((error as ThimbleError).code).toBe("OPTION_INVALID");
  return (error as ThimbleError).message;
};

test("a precondition without the names of kernels is refused", async () => {
  expect(await messageOf({ preconditions: [{ reason: "it rains", kernels: [] }] })).toMatch(
    /^preconditions\[0\] needs a reason/,
  );
});

test("an edge that no case has is refused, with those that there are", async () => {
  const preconditions = [{ reason: "it rains", kernels: ["*"], edges: ["weights-computd"] }];
  expect(await messageOf({ preconditions })).toMatch(
    /^preconditions\[0\] names an edge "weights-computd" .*weights-computed/,
  );
});

test("a waiver without an issue is refused", async () => {
  const waivers = [{ case: "conv_2d/s8/valid", reason: "it rains", issue: "" }];
  expect(await messageOf({ waivers })).toBe("waivers[0] has no issue; a waiver is { case, reason, issue }");
});
