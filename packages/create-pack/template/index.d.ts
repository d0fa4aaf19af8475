import type { WasmPack } from "@thimble/abi";

declare const pack: WasmPack;
export default pack;
