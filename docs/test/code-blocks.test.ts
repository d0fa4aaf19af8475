import { PassThrough } from "node:stream";
import { main } from "@thimble/cli";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { type CodeBlock, codeBlocks, docs, pages } from "./pages.ts";

const blocks = pages.flatMap(codeBlocks);

const of = (...languages: readonly string[]): readonly CodeBlock[] =>
  blocks.filter(({ language }) => languages.includes(language));

const titled = (list: readonly CodeBlock[]): [string, CodeBlock][] =>
  list.map((block) => [`${block.page}:${block.line}`, block]);

/** What blocks take for given: they are parts of programs. */
const GIVEN = `
declare global {
  const model: Uint8Array;
  const bytes: Uint8Array;
  const speech: Uint8Array;
  const person: Uint8Array;
  const packs: import("@thimble/core").AnyPack[];
  const reference: import("@thimble/core").Pack;
  const wasmSimd: import("@thimble/core").WasmPack;
  const interpreter: import("@thimble/core").Interpreter;
  const Interpreter: typeof import("@thimble/core").Interpreter;
  const loadPack: typeof import("@thimble/core").loadPack;
}
export {};
`;

/** What bundlers make of modules that are no JavaScript. */
const MODULES = `
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
`;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: ["node"],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
};

/** What the compiler says of blocks, each a module of its own in the folder of the pages. */
function compile(list: readonly CodeBlock[]): ReadonlyMap<CodeBlock, readonly string[]> {
  const files = new Map([
    [`${docs}given.d.ts`, GIVEN],
    [`${docs}modules.d.ts`, MODULES],
  ]);
  const names = new Map(list.map((block, i) => [block, `${docs}block-${i}.ts`]));
  for (const [block, name] of names) files.set(name, `${block.code}\nexport {};\n`);
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) =>
    files.has(path) ? ts.createSourceFile(path, files.get(path)!, language) : getSourceFile(path, language, ...rest);
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return new Map(
    [...names].map(([block, name]) => {
      const source = program.getSourceFile(name)!;
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [block, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
    }),
  );
}

describe("TypeScript and JavaScript compile against the packages", () => {
  const list = of("ts", "js").filter(({ code }) => !/from "@acme|from "\.\//.test(code));
  let problems: ReturnType<typeof compile>;
  beforeAll(() => {
    problems = compile(list);
  }, 120_000);

  test.each(titled(list))("%s", (_, block) => {
    expect(problems.get(block)).toEqual([]);
  });
});

describe("JSON parses", () => {
  test.each(titled(of("json")))("%s", (_, { code }) => {
    const text = code.trim().startsWith("{") ? code : `{${code}}`;
    expect(JSON.parse(text)).toBeTypeOf("object");
  });
});

/** What a command's help says. */
async function helpOf(command: string): Promise<string> {
  const stdout = new PassThrough();
  await main([command, "--help"], { stdout, stderr: new PassThrough() });
  return (stdout.read() as Buffer).toString();
}

describe("commands have the options that are shown", () => {
  const shown = of("sh", "").flatMap((block) =>
    [...block.code.matchAll(/^(?:\$ )?(?:npx )?thimble ([a-z]+)(.*)$/gm)].map(
      ([, command, rest]) => [`${block.page}:${block.line} ${command}`, command!, rest!.replace(/\s#.*/, "")] as const,
    ),
  );

  test.each(shown)("%s", async (_, command, rest) => {
    const help = await helpOf(command);
    for (const [option] of rest.matchAll(/(?<=\s)--[a-z-]+/g)) expect(help).toContain(option);
  });
});
