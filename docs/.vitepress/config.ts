import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DefaultTheme, defineConfig, type UserConfig } from "vitepress";

/** Links from pages to sources: they are for readers of the repository. */
const SOURCES = /(^|\/)(packages|vendors|conformance|CONTRIBUTING|LICENSE)(\/|\b)/;

/** The packages of the API reference; none before it has been made. */
function apiItems(): { text: string; link: string }[] {
  try {
    return readdirSync(fileURLToPath(new URL("../api/@thimble", import.meta.url)), { withFileTypes: true })
      .map(({ name }) => name.replace(/\.md$/, ""))
      .filter((name, i, all) => all.indexOf(name) === i)
      .map((name) => ({ text: `@thimble/${name}`, link: `/api/@thimble/${name}` }));
  } catch {
    return [];
  }
}

const config: UserConfig<DefaultTheme.Config> = defineConfig({
  title: "Thimble",
  description: "TensorFlow Lite Micro's architecture for the JavaScript world, as an ecosystem of kernel packs",
  lang: "en",
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: ["examples/**", "test/**", "README.md"],
  ignoreDeadLinks: [(link) => SOURCES.test(link)],
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Run a model", link: "/start/application" },
      { text: "Write a pack", link: "/start/vendor" },
      { text: "Concepts", link: "/concepts" },
      { text: "Reference", link: "/cli" },
    ],
    sidebar: [
      {
        text: "Start",
        items: [
          { text: "Run a model", link: "/start/application" },
          { text: "Write a kernel pack", link: "/start/vendor" },
          { text: "Understand it", link: "/start/newcomer" },
        ],
      },
      {
        text: "Guide",
        items: [
          { text: "Concepts", link: "/concepts" },
          { text: "Configuration", link: "/configuration" },
          { text: "Memory", link: "/memory" },
          { text: "Kernel packs", link: "/packs" },
          { text: "Emulated cores", link: "/devices" },
          { text: "Packs on emulated cores", link: "/cores" },
          { text: "Performance", link: "/performance" },
          { text: "Examples", link: "/examples" },
          { text: "Limits", link: "/limits" },
        ],
      },
      {
        text: "Coming from",
        items: [
          { text: "TensorFlow Lite Micro", link: "/from/tflm" },
          { text: "LiteRT.js", link: "/from/litert-js" },
          { text: "tfjs-tflite", link: "/from/tfjs-tflite" },
          { text: "CMSIS-NN and ESP-NN", link: "/from/cmsis-nn-esp-nn" },
        ],
      },
      {
        text: "Reference",
        items: [
          { text: "The thimble command", link: "/cli" },
          { text: "Operators", link: "/operators" },
          { text: "Operators, one by one", link: "/operator/" },
          { text: "Support, pack by pack", link: "/support" },
          { text: "Errors", link: "/errors" },
          { text: "Kernel contract", link: "/abi" },
        ],
      },
      { text: "API", collapsed: true, items: apiItems() },
    ],
    outline: [2, 3],
  },
});

export default config;
