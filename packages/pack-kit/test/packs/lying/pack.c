/* A pack that lies in one way, which -DLIE_… chooses. */
#include <thimble/thimble.h>

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  return THIMBLE_OK;
}

#ifndef LIE_KERNEL
#define LIE_KERNEL
#endif
#ifndef LIE_PACK
#define LIE_PACK
#endif
#ifndef LIE_VERSION
#define LIE_VERSION THIMBLE_ABI_VERSION
#endif
#ifndef LIE_LIST
#define LIE_LIST kernels
#endif
#ifndef LIE_DESCRIPTION
#define LIE_DESCRIPTION &pack
#endif

#pragma clang diagnostic ignored "-Winitializer-overrides"
#pragma clang diagnostic ignored "-Wint-conversion"
#pragma clang diagnostic ignored "-Wunused-const-variable"

static const thimble_kernel kernel = {.struct_size = sizeof(thimble_kernel),
                                      .name = "neg_f32",
                                      .operator_name = "NEG",
                                      .types = "float32 -> float32",
                                      .invoke = invoke,
                                      LIE_KERNEL};

static const thimble_kernel *const kernels[] = {&kernel};
static const thimble_kernel *const twice[] = {&kernel, &kernel};
static const thimble_kernel *const nothing[] = {0};
static const thimble_kernel *const outside[] = {(const thimble_kernel *)0x7ffffff0};
static const thimble_kernel *const crooked[] = {(const thimble_kernel *)0x10001};

THIMBLE_EXPORT uint32_t thimble_pack_abi_version(void) { return LIE_VERSION; }

THIMBLE_EXPORT const thimble_pack *thimble_pack_describe(void) {
  static const thimble_pack pack = {.struct_size = sizeof(thimble_pack),
                                    .id = THIMBLE_PACK_ID,
                                    .version = THIMBLE_PACK_VERSION,
                                    .kernel_count = sizeof(LIE_LIST) / sizeof(LIE_LIST[0]),
                                    .kernels = LIE_LIST,
                                    LIE_PACK};
  return LIE_DESCRIPTION;
}

const thimble_kernel *keep(int i) {
  const thimble_kernel *const *lists[] = {kernels, twice, nothing, outside, crooked};
  return lists[i][0];
}
