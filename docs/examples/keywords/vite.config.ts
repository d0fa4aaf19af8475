import { defineConfig, type UserConfig } from "vite";

/** Relative paths, so that the page runs from any folder; top-level await as it stands. */
const config: UserConfig = defineConfig({ base: "./", build: { target: "es2022" }, worker: { format: "es" } });

export default config;
