import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canRun, type OpenPage, openPage, titled } from "@thimble/example-testing";
import { sharedFolder } from "@thimble/goldens";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** A sample as a picture: its pixels are the int8 that the model takes, 0 in the middle. */
function pictureOf(name: string): Buffer {
  const bytes = readFileSync(join(sharedFolder, "samples", name));
  for (let at = bytes.readUInt32LE(10); at < bytes.length; at++) bytes[at]! ^= 0x80;
  return bytes;
}

describe.skipIf(!canRun)(titled("the page"), () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(fileURLToPath(new URL("..", import.meta.url)));
  }, 60_000);
  afterAll(() => open?.close());

  test.each([
    ["person.bmp", /^A person: \d+ %$/],
    ["no_person.bmp", /^No person: \d+ %$/],
  ])("says of %s what is in it", async (name, verdict) => {
    await open.page.locator("output", { hasText: /Ready|person/i }).waitFor();
    await open.page.locator("#facts").evaluate((facts) => {
      facts.textContent = "";
    });
    await open.page.locator("input").setInputFiles({ name, mimeType: "image/bmp", buffer: pictureOf(name) });
    await open.page.locator("#facts", { hasText: /^31 nodes in [\d.]+ ms, [\d,]+ bytes of arena$/ }).waitFor();
    expect(await open.page.locator("output").textContent()).toMatch(verdict);
    expect(open.complaints).toEqual([]);
  });
});
