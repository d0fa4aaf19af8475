// What an application bundles that runs person_detect, and nothing else, with the reference kernels.
export { definePack, Interpreter } from "@thimble/core";
export { averagePool2dS8, conv2dS8, depthwiseConv2dS8, reshapeAny, softmaxS8 } from "@thimble/kernels-reference";
