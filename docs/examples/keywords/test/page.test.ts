import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canRun, type OpenPage, openPage, titled } from "@thimble/example-testing";
import { sharedFolder } from "@thimble/goldens";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

describe.skipIf(!canRun)(titled("the page"), () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(root);
    await open.page.locator("output", { hasText: "Ready." }).waitFor();
  }, 60_000);
  afterAll(() => open?.close());

  test.each(["yes", "no"])("hears %s in a recording", async (word) => {
    await open.page.locator("input").setInputFiles(join(sharedFolder, "samples", `${word}_1000ms.wav`));
    await open.page.locator("li", { hasText: ` ${word} ` }).waitFor({ timeout: 20_000 });
    expect(await open.page.locator("output").textContent()).toBe(word);
    expect(open.complaints).toEqual([]);
  });
});

describe.skipIf(!canRun)(titled("the microphone"), () => {
  test("is listened to through an AudioWorklet", async () => {
    const open = await openPage(root, [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${join(sharedFolder, "samples/yes_1000ms.wav")}`,
      "--autoplay-policy=no-user-gesture-required",
    ]);
    try {
      await open.page.locator("output", { hasText: "Ready." }).waitFor();
      await open.page.locator("button").click();
      await open.page.locator("li", { hasText: " yes " }).first().waitFor({ timeout: 30_000 });
      expect(open.complaints).toEqual([]);
    } finally {
      await open.close();
    }
  });
});
