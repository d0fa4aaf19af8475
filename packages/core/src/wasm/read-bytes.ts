interface Answer {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

interface Platform {
  readonly fetch?: (href: string) => Promise<Answer>;
  readonly URL?: new (href: string) => object;
  readonly process?: { getBuiltinModule?(name: string): unknown };
}

interface FileSystem {
  readFile(url: object): Promise<Uint8Array>;
}

const platform = globalThis as Platform;

/** The bytes behind a URL. A `file:` URL is read where there are files, others are fetched. */
export const readBytes = (href: string): Promise<Uint8Array> =>
  href.startsWith("file:") ? readFile(href) : fetchBytes(href);

/** The module goes by a variable so that bundlers for places without files leave the import alone. */
async function readFile(href: string): Promise<Uint8Array> {
  const name: string = "node:fs/promises";
  // Older engines have no more than import, which takes milliseconds for what is in memory already.
  const files =
    platform.process?.getBuiltinModule?.(name) ?? (await import(/* @vite-ignore */ /* webpackIgnore: true */ name));
  return (files as FileSystem).readFile(new platform.URL!(href));
}

async function fetchBytes(href: string): Promise<Uint8Array> {
  if (!platform.fetch) throw new Error("the engine has no fetch; pass the bytes instead of their URL");
  const answer = await platform.fetch(href);
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
