import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder with the corpus and the models that lie beside a checkout of the project, where there is one. */
export const sharedFolder: string = fileURLToPath(new URL("../../../shared/", import.meta.url));

export const hasShared: boolean = existsSync(sharedFolder);

/** What a test that needs the folder is called, so that a run without it says what was left out. */
export const needsShared = (title: string): string =>
  hasShared ? title : `${title} (skipped: no folder ../shared beside the project)`;
