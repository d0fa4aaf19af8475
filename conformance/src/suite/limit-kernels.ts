import { type AnyPack, isLoadedPack } from "@thimble/core";

/** The pack with some of its kernels only, by their names. */
export function limitKernels(pack: AnyPack, names: readonly string[] | undefined): AnyPack {
  if (!names) return pack;
  const isWanted = ({ name }: { readonly name: string }) => names.includes(name);
  if (!isLoadedPack(pack)) return { ...pack, kernels: pack.kernels.filter(isWanted) };
  return {
    ...pack,
    kernels: pack.kernels.filter(isWanted),
    attach(memory) {
      const attached = pack.attach(memory);
      return { ...attached, kernels: attached.kernels.filter(isWanted) };
    },
  };
}
