// What an application bundles that runs person_detect, and nothing else, with the reference kernels.
export { definePack, Interpreter } from "@thimble/core";
export { averagePool2DS8, conv2dS8, depthwiseConv2DS8, reshapeAny, softmaxS8 } from "@thimble/kernels-reference";
