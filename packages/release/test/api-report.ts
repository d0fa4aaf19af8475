import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { PublicPackage } from "./workspace.ts";

/** A module that a package exports: `.` or `./node`, and its declarations. */
export interface Entry {
  readonly name: string;
  readonly types: string;
}

/** The modules that a package exports with types. */
export function entriesOf({ folder }: PublicPackage): readonly Entry[] {
  const { exports = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.entries(exports as Record<string, { types?: string }>).flatMap(([name, { types }]) =>
    types === undefined ? [] : [{ name, types: join(folder, types) }],
  );
}

/** The name of an entry's report: `core.ops.api.md`. */
export const reportName = ({ name }: PublicPackage, entry: Entry): string =>
  `${name.replace(/^@thimble\//, "")}${entry.name.slice(1).replaceAll("/", ".")}.api.md`;

const silent = { default: { logLevel: ExtractorLogLevel.None } };

/** What a module exports, as API Extractor writes it down. */
export function apiReport({ folder }: PublicPackage, { types }: Entry): string {
  const reportFolder = mkdtempSync(join(tmpdir(), "thimble-api-"));
  const compilerOptions = {
    module: "NodeNext",
    moduleResolution: "NodeNext",
    target: "ES2022",
    lib: ["ES2022"],
    types: ["node"],
    skipLibCheck: true,
  };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
      apiReport: {
        enabled: true,
        reportFolder,
        reportTempFolder: reportFolder,
        reportFileName: "report.api.md",
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: silent, compilerMessageReporting: silent, tsdocMessageReporting: silent },
    },
    configObjectFullPath: join(folder, "api-extractor.json"),
    packageJsonFullPath: join(folder, "package.json"),
  });
  const { errorCount } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  if (errorCount > 0) throw new Error(`${errorCount} errors in the declarations of ${types}`);
  const report = readFileSync(join(reportFolder, "report.api.md"), "utf8").replaceAll("\r\n", "\n");
  rmSync(reportFolder, { recursive: true });
  return report;
}
