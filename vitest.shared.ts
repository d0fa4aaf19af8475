import { defineConfig, type ViteUserConfig } from "vitest/config";

/** What every package's tests share: a person reads the default reporter, the run's summary reads the JSON. */
const shared: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "test-report.json" }]],
    testTimeout: 120_000,
  },
});
export default shared;
