// Made from the headers by `pnpm --filter @thimble/abi generate`. Do not edit.

export const ABI_MAJOR = 1;
export const ABI_MINOR = 0;
export const MAX_RANK = 8;

/** Numbers of the contract's choices, by enum and name. */
export const enums = {
  type: {
    FLOAT32: 0,
    FLOAT16: 1,
    INT32: 2,
    UINT8: 3,
    INT64: 4,
    STRING: 5,
    BOOL: 6,
    INT16: 7,
    COMPLEX64: 8,
    INT8: 9,
    FLOAT64: 10,
    COMPLEX128: 11,
    UINT64: 12,
    RESOURCE: 13,
    VARIANT: 14,
    UINT32: 15,
    UINT16: 16,
    INT4: 17,
    BFLOAT16: 18,
    INT2: 19,
    UINT4: 20,
    FLOAT8_E4M3FN: 21,
    FLOAT8_E5M2: 22,
  },
  activation: {
    NONE: 0,
    RELU: 1,
    RELU_N1_TO_1: 2,
    RELU6: 3,
    TANH: 4,
    SIGN_BIT: 5,
  },
  rounding: {
    NONE: 0,
    DOUBLE: 1,
    SINGLE: 2,
  },
  exactness: {
    EXACT: 0,
    TOLERANCE: 1,
  },
  tensorFlags: {
    CONSTANT: 1,
    VARIABLE: 2,
  },
  status: {
    OK: 0,
    ABORTED: 1,
    DECLINED: 2,
    ERROR: 3,
    OUT_OF_MEMORY: 4,
  },
} as const;

/**
 * Size and fields of each struct for a target with pointers of 32 bits. A field is its offset in bytes, its type, and
 * for an array its number of elements.
 */
export const structs = {
  tensor: {
    size: 12,
    fields: {
      structSize: [0, "uint16"],
      type: [2, "uint8"],
      rank: [3, "uint8"],
      data: [4, "pointer"],
      dims: [8, "pointer"],
    },
  },
  tensorInfo: {
    size: 40,
    fields: {
      structSize: [0, "uint32"],
      flags: [4, "uint32"],
      byteLength: [8, "uint32"],
      elementCount: [12, "uint32"],
      scale: [16, "float32"],
      zeroPoint: [20, "int32"],
      scaleCount: [24, "uint32"],
      quantizedDimension: [28, "int32"],
      scales: [32, "pointer"],
      zeroPoints: [36, "pointer"],
    },
  },
  node: {
    size: 36,
    fields: {
      structSize: [0, "uint16"],
      inputCount: [2, "uint16"],
      outputCount: [4, "uint16"],
      intermediateCount: [6, "uint16"],
      inputs: [8, "pointer"],
      outputs: [12, "pointer"],
      intermediates: [16, "pointer"],
      params: [20, "pointer"],
      data: [24, "pointer"],
      constants: [28, "pointer"],
      scratch: [32, "pointer"],
    },
  },
  nodeInfo: {
    size: 24,
    fields: {
      structSize: [0, "uint32"],
      index: [4, "uint32"],
      subgraph: [8, "uint32"],
      operatorVersion: [12, "uint32"],
      customOptionsLength: [16, "uint32"],
      customOptions: [20, "pointer"],
    },
  },
  host: {
    size: 40,
    fields: {
      structSize: [0, "uint32"],
      abiVersion: [4, "uint32"],
      tensorInfo: [8, "pointer"],
      nodeInfo: [12, "pointer"],
      allocatePersistent: [16, "pointer"],
      allocateConstants: [20, "pointer"],
      requestScratch: [24, "pointer"],
      allocateTemporary: [28, "pointer"],
      report: [32, "pointer"],
      extension: [36, "pointer"],
    },
  },
  kernel: {
    size: 48,
    fields: {
      structSize: [0, "uint32"],
      name: [4, "pointer"],
      operatorName: [8, "pointer"],
      types: [12, "pointer"],
      maxOperatorVersion: [16, "uint32"],
      rounding: [20, "rounding"],
      exactness: [24, "exactness"],
      inPlace: [28, "uint32"],
      supports: [32, "pointer"],
      prepare: [36, "pointer"],
      invoke: [40, "pointer"],
      reset: [44, "pointer"],
    },
  },
  pack: {
    size: 20,
    fields: {
      structSize: [0, "uint32"],
      id: [4, "pointer"],
      version: [8, "pointer"],
      kernelCount: [12, "uint32"],
      kernels: [16, "pointer"],
    },
  },
  window: {
    size: 20,
    fields: {
      extent: [0, "int32"],
      stride: [4, "int32"],
      dilation: [8, "int32"],
      padBefore: [12, "int32"],
      positions: [16, "int32"],
    },
  },
  spreadWindow: {
    size: 12,
    fields: {
      extent: [0, "int32"],
      stride: [4, "int32"],
      padBefore: [8, "int32"],
    },
  },
  slice: {
    size: 12,
    fields: {
      begin: [0, "int32"],
      count: [4, "int32"],
      stride: [8, "int32"],
    },
  },
  smoothing: {
    size: 8,
    fields: {
      fresh: [0, "uint32"],
      kept: [4, "uint32"],
    },
  },
  boxScale: {
    size: 16,
    fields: {
      y: [0, "float32"],
      x: [4, "float32"],
      height: [8, "float32"],
      width: [12, "float32"],
    },
  },
  arithmeticParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      activation: [4, "activation"],
    },
  },
  batchMatmulParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      adjointX: [4, "bool"],
      adjointY: [5, "bool"],
    },
  },
  blockParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      blockSize: [4, "int32"],
    },
  },
  callOnceParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      subgraph: [4, "int32"],
    },
  },
  circularBufferParams: {
    size: 16,
    fields: {
      structSize: [0, "uint32"],
      slots: [4, "int32"],
      depth: [8, "int32"],
      cycles: [12, "int32"],
    },
  },
  concatenationParams: {
    size: 12,
    fields: {
      structSize: [0, "uint32"],
      axis: [4, "int32"],
      requantizes: [8, "bool"],
    },
  },
  conv2dParams: {
    size: 56,
    fields: {
      structSize: [0, "uint32"],
      height: [4, "window"],
      width: [24, "window"],
      activation: [44, "activation"],
      groupChannels: [48, "int32"],
      quantizedBiasType: [52, "type"],
    },
  },
  cumsumParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      exclusive: [4, "bool"],
      reverse: [5, "bool"],
    },
  },
  depthwiseConv2dParams: {
    size: 52,
    fields: {
      structSize: [0, "uint32"],
      height: [4, "window"],
      width: [24, "window"],
      activation: [44, "activation"],
      depthMultiplier: [48, "int32"],
    },
  },
  tfliteDetectionPostprocessParams: {
    size: 60,
    fields: {
      structSize: [0, "uint32"],
      boxes: [4, "int32"],
      boxDepth: [8, "int32"],
      classes: [12, "int32"],
      scoreDepth: [16, "int32"],
      maxDetections: [20, "int32"],
      isRegular: [24, "bool"],
      detectionsPerClass: [28, "int32"],
      classesPerDetection: [32, "int32"],
      scoreThreshold: [36, "float32"],
      overlapThreshold: [40, "float32"],
      scale: [44, "boxScale"],
    },
  },
  fftParams: {
    size: 20,
    fields: {
      structSize: [0, "uint32"],
      signals: [4, "int32"],
      fftLength: [8, "int32"],
      inputStep: [12, "int32"],
      outputStep: [16, "int32"],
    },
  },
  fullyConnectedParams: {
    size: 24,
    fields: {
      structSize: [0, "uint32"],
      activation: [4, "activation"],
      batches: [8, "int32"],
      inputDepth: [12, "int32"],
      outputDepth: [16, "int32"],
      quantizedBiasType: [20, "type"],
    },
  },
  gatherParams: {
    size: 12,
    fields: {
      structSize: [0, "uint32"],
      axis: [4, "int32"],
      batchDims: [8, "int32"],
    },
  },
  gatherNdParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      indexLength: [4, "int32"],
    },
  },
  ifParams: {
    size: 12,
    fields: {
      structSize: [0, "uint32"],
      thenSubgraph: [4, "int32"],
      elseSubgraph: [8, "int32"],
    },
  },
  l2NormalizationParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      depth: [4, "int32"],
    },
  },
  leakyReluParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      alpha: [4, "float32"],
    },
  },
  logSoftmaxParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      depth: [4, "int32"],
    },
  },
  mirrorPadParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      repeatsEdge: [4, "bool"],
    },
  },
  packParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      axis: [4, "int32"],
    },
  },
  padParams: {
    size: 36,
    fields: {
      structSize: [0, "uint32"],
      before: [4, "int32", 8],
    },
  },
  pool2dParams: {
    size: 48,
    fields: {
      structSize: [0, "uint32"],
      height: [4, "window"],
      width: [24, "window"],
      activation: [44, "activation"],
    },
  },
  reduceParams: {
    size: 12,
    fields: {
      structSize: [0, "uint32"],
      reduced: [4, "bool", 8],
    },
  },
  resizeParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      alignCorners: [4, "bool"],
      halfPixelCenters: [5, "bool"],
    },
  },
  signalDelayParams: {
    size: 16,
    fields: {
      structSize: [0, "uint32"],
      signals: [4, "int32"],
      frameSize: [8, "int32"],
      delay: [12, "int32"],
    },
  },
  signalEnergyParams: {
    size: 12,
    fields: {
      structSize: [0, "uint32"],
      start: [4, "int32"],
      end: [8, "int32"],
    },
  },
  signalFilterBankParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      channels: [4, "int32"],
    },
  },
  signalFilterBankLogParams: {
    size: 12,
    fields: {
      structSize: [0, "uint32"],
      outputScale: [4, "float32"],
      correctionBits: [8, "int32"],
    },
  },
  signalFilterBankSpectralSubtractionParams: {
    size: 40,
    fields: {
      structSize: [0, "uint32"],
      channels: [4, "int32"],
      even: [8, "smoothing"],
      odd: [16, "smoothing"],
      minSignalRemaining: [24, "uint32"],
      isClamping: [28, "bool"],
      smoothingBits: [32, "int32"],
      bits: [36, "int32"],
    },
  },
  signalFramerParams: {
    size: 24,
    fields: {
      structSize: [0, "uint32"],
      signals: [4, "int32"],
      frames: [8, "int32"],
      frameSize: [12, "int32"],
      frameStep: [16, "int32"],
      isPrefilled: [20, "bool"],
    },
  },
  signalOverlapAddParams: {
    size: 20,
    fields: {
      structSize: [0, "uint32"],
      signals: [4, "int32"],
      frames: [8, "int32"],
      frameSize: [12, "int32"],
      frameStep: [16, "int32"],
    },
  },
  signalPcanParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      snrShift: [4, "int32"],
    },
  },
  signalStackerParams: {
    size: 20,
    fields: {
      structSize: [0, "uint32"],
      channels: [4, "int32"],
      leftContext: [8, "int32"],
      frames: [12, "int32"],
      step: [16, "int32"],
    },
  },
  signalWindowParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      shift: [4, "int32"],
    },
  },
  softmaxParams: {
    size: 12,
    fields: {
      structSize: [0, "uint32"],
      beta: [4, "float32"],
      depth: [8, "int32"],
    },
  },
  splitParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      axis: [4, "int32"],
    },
  },
  stridedSliceParams: {
    size: 100,
    fields: {
      structSize: [0, "uint32"],
      slices: [4, "slice", 8],
    },
  },
  svdfParams: {
    size: 32,
    fields: {
      structSize: [0, "uint32"],
      activation: [4, "activation"],
      rank: [8, "int32"],
      batches: [12, "int32"],
      inputDepth: [16, "int32"],
      filters: [20, "int32"],
      units: [24, "int32"],
      memory: [28, "int32"],
    },
  },
  transposeParams: {
    size: 36,
    fields: {
      structSize: [0, "uint32"],
      permutation: [4, "int32", 8],
    },
  },
  transposeConvParams: {
    size: 32,
    fields: {
      structSize: [0, "uint32"],
      height: [4, "spreadWindow"],
      width: [16, "spreadWindow"],
      activation: [28, "activation"],
    },
  },
  unidirectionalSequenceLstmParams: {
    size: 28,
    fields: {
      structSize: [0, "uint32"],
      batches: [4, "int32"],
      steps: [8, "int32"],
      inputDepth: [12, "int32"],
      units: [16, "int32"],
      isTimeMajor: [20, "bool"],
      cellClip: [24, "float32"],
    },
  },
  unpackParams: {
    size: 8,
    fields: {
      structSize: [0, "uint32"],
      axis: [4, "int32"],
    },
  },
  whileParams: {
    size: 12,
    fields: {
      structSize: [0, "uint32"],
      conditionSubgraph: [4, "int32"],
      bodySubgraph: [8, "int32"],
    },
  },
  subgraphs: {
    size: 20,
    fields: {
      structSize: [0, "uint32"],
      require: [4, "pointer"],
      input: [8, "pointer"],
      output: [12, "pointer"],
      invoke: [16, "pointer"],
    },
  },
  variables: {
    size: 20,
    fields: {
      structSize: [0, "uint32"],
      handleOf: [4, "pointer"],
      allocate: [8, "pointer"],
      data: [12, "pointer"],
      byteLength: [16, "pointer"],
    },
  },
} as const;

/** The parameter struct of each operator that has one, by the operator's name in lower case with underscores. */
export const paramsOf = {
  add: "arithmeticParams",
  arithmetic: "arithmeticParams",
  average_pool_2d: "pool2dParams",
  batch_matmul: "batchMatmulParams",
  block: "blockParams",
  call_once: "callOnceParams",
  circular_buffer: "circularBufferParams",
  concatenation: "concatenationParams",
  conv_2d: "conv2dParams",
  cumsum: "cumsumParams",
  depth_to_space: "blockParams",
  depthwise_conv_2d: "depthwiseConv2dParams",
  div: "arithmeticParams",
  fft: "fftParams",
  fully_connected: "fullyConnectedParams",
  gather: "gatherParams",
  gather_nd: "gatherNdParams",
  if: "ifParams",
  l2_normalization: "l2NormalizationParams",
  l2_pool_2d: "pool2dParams",
  leaky_relu: "leakyReluParams",
  log_softmax: "logSoftmaxParams",
  max_pool_2d: "pool2dParams",
  mean: "reduceParams",
  mirror_pad: "mirrorPadParams",
  mul: "arithmeticParams",
  pack: "packParams",
  pad: "padParams",
  padv2: "padParams",
  pool_2d: "pool2dParams",
  reduce: "reduceParams",
  reduce_all: "reduceParams",
  reduce_max: "reduceParams",
  reduce_min: "reduceParams",
  resize: "resizeParams",
  resize_bilinear: "resizeParams",
  resize_nearest_neighbor: "resizeParams",
  signal_delay: "signalDelayParams",
  signal_energy: "signalEnergyParams",
  signal_filter_bank: "signalFilterBankParams",
  signal_filter_bank_log: "signalFilterBankLogParams",
  signal_filter_bank_spectral_subtraction: "signalFilterBankSpectralSubtractionParams",
  signal_framer: "signalFramerParams",
  signal_irfft: "fftParams",
  signal_overlap_add: "signalOverlapAddParams",
  signal_pcan: "signalPcanParams",
  signal_rfft: "fftParams",
  signal_stacker: "signalStackerParams",
  signal_window: "signalWindowParams",
  softmax: "softmaxParams",
  space_to_depth: "blockParams",
  split: "splitParams",
  split_v: "splitParams",
  strided_slice: "stridedSliceParams",
  sub: "arithmeticParams",
  sum: "reduceParams",
  svdf: "svdfParams",
  tflite_detection_postprocess: "tfliteDetectionPostprocessParams",
  transpose: "transposeParams",
  transpose_conv: "transposeConvParams",
  unidirectional_sequence_lstm: "unidirectionalSequenceLstmParams",
  unpack: "unpackParams",
  while: "whileParams",
} as const;
