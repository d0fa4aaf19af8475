import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { obstacleTo, targetNamed } from "@thimble/devices";
import { titled } from "@thimble/goldens";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../workspace.ts";
import { follow, type JourneySettings, type Step } from "./journey.ts";
import { MINUTES, type World } from "./world.ts";

/** Tests of a page's commands, once they have all run; skipped where something is missing for them. */
function testPage(
  page: string,
  settings: () => JourneySettings,
  expected: readonly (readonly [string, RegExp])[],
  obstacle?: string,
) {
  describe.skipIf(obstacle !== undefined)(titled(`docs/${page}`, obstacle), () => {
    let steps: readonly Step[] = [];
    beforeAll(async () => {
      steps = await follow(page, settings());
    }, 20 * MINUTES);

    test.each(expected)("%s", (command, printed) => {
      const step = steps.find((other) => other.command.startsWith(command));
      expect(step?.output).toMatch(printed);
    });
  });
}

/** Each of the three starts, followed word for word in a fresh folder. */
export function testJourneys(world: () => World): void {
  const folder = (name: string): string => join(world().base, name);

  testPage(
    "start/application.md",
    () => ({
      folder: folder("application"),
      env: world().env,
      given: (place) => copyFileSync(join(root, "docs/public/sine_int8.tflite"), join(place, "model.tflite")),
    }),
    [
      ["node run.js", /^Float32Array\(1\) \[ 0\.4\d+ \]/],
      ["npx thimble inspect", /The model runs with these packs/],
      ["npx thimble run", /0\.4\d+/],
      ["npx thimble bench", /FULLY_CONNECTED/],
      ["npx thimble plan", /arena/i],
      ["npx thimble resolver", /@thimble\/wasm-simd/],
      ["npx thimble diff", /every layer is the same, byte for byte/],
    ],
  );

  testPage(
    "start/vendor.md",
    () => ({
      folder: folder("vendor"),
      env: world().env,
      answers: {
        "npm create thimble-pack": [
          ["Ok to proceed", "y\r"],
          ["What is the package called", "@example/kernels\r"],
          ["Which operator", "\r"],
          ["Where are the kernels", "\u001b[B\r"],
        ],
      },
    }),
    [
      ["npm run build", /dist\/kernels\.wasm/],
      ["npm test", /Tests .*\d+ passed/],
      ["npm run bench", /times (faster|slower)/],
      ["npx thimble conform . --report", /✓ passed {2}@example\/kernels@0\.1\.0/],
      ["npx thimble conform . --target", /cortex-m4/],
      ["npx thimble device", /instructions/],
      ["npm publish", /@example\/kernels@0\.1\.0/],
    ],
    ["cortex-m4", "rv32imc"].map((core) => obstacleTo(targetNamed(core))).find((obstacle) => obstacle !== undefined),
  );

  testPage(
    "start/newcomer.md",
    () => ({
      folder: cloneInto(folder("clone")),
      env: { ...process.env, TURBO_CACHE_DIR: join(root, ".turbo/cache") },
    }),
    [
      ["npm start", /npx thimble/],
      ["npx thimble inspect", /The model runs with these packs/],
      ["npx thimble plan", /arena/i],
      ["npx thimble run", /sine/],
      ["npx thimble bench", /FULLY_CONNECTED/],
      ["npx thimble conform", /✓ passed/],
    ],
    existsSync(join(root, ".git")) ? undefined : "this is no clone",
  );
}

/** The repository as it is now, and nothing that was built of it; the build's cache is shared. */
function cloneInto(clone: string): string {
  const git = (cwd: string, ...args: readonly string[]) => execFileSync("git", args, { cwd }).toString();
  const files = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0");
  for (const file of files.filter((name) => name !== "" && existsSync(join(root, name))))
    cpSync(join(root, file), join(clone, file), { recursive: true, verbatimSymlinks: true });
  git(clone, "init", "-q");
  git(clone, "add", ".");
  git(clone, "-c", "user.name=Rehearsal", "-c", "user.email=rehearsal@localhost", "commit", "-qm", "A clone");
  return clone;
}
