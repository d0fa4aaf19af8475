/* A pack: a named set of kernels, and how a host finds it in a module. */
#ifndef THIMBLE_PACK_H
#define THIMBLE_PACK_H

#include "kernel.h"
#include "version.h"

/** A pack describes itself in constant memory, which lives as long as the module. */
typedef struct thimble_pack {
  uint32_t struct_size;
  /** The package's name: "@acme/kernels". */
  const char *id;
  /** The package's version: "1.2.0". */
  const char *version;
  /** Number of `kernels`. */
  uint32_t kernel_count;
  /** Order is priority: of two kernels that take a node, the earlier one gets it. */
  const thimble_kernel *const *kernels;
} thimble_pack;

THIMBLE_FREEZE(thimble_pack, 20, kernels, 16);

/** What a pack exports: its version of the contract, asked for before anything else. THIMBLE_DEFINE_PACK defines it. */
THIMBLE_EXPORT uint32_t thimble_pack_abi_version(void);

/** What a pack exports: its description. THIMBLE_DEFINE_PACK defines it. */
THIMBLE_EXPORT const thimble_pack *thimble_pack_describe(void);

/**
 * Defines what a pack exports, from its list of kernels. The build passes the package's name and version:
 *
 *     static const thimble_kernel *const kernels[] = {&acme_conv_2d_s8, &acme_add_s8};
 *     THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);
 */
#define THIMBLE_DEFINE_PACK(pack_id, pack_version, pack_kernels)                                       \
  uint32_t thimble_pack_abi_version(void) { return THIMBLE_ABI_VERSION; }                              \
  const thimble_pack *thimble_pack_describe(void) {                                                    \
    static const thimble_pack pack = {sizeof(thimble_pack), pack_id, pack_version,                     \
                                      sizeof(pack_kernels) / sizeof((pack_kernels)[0]), pack_kernels}; \
    return &pack;                                                                                      \
  }                                                                                                    \
  THIMBLE_STATIC_ASSERT(sizeof(pack_kernels) > 0, "a pack has at least one kernel")

#endif
