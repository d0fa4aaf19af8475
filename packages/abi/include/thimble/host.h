/* What the host does for a kernel: one table of functions. */
#ifndef THIMBLE_HOST_H
#define THIMBLE_HOST_H

#include "node.h"
#include "status.h"

typedef struct thimble_host thimble_host;

/**
 * The host's services. A kernel gets the table with every call and keeps no pointer to it.
 *
 * In brackets: the kernel's functions in which a service may be called. Called elsewhere, it fails: the host may end the kernel there.
 */
struct thimble_host {
  uint32_t struct_size;
  /** The version that the host speaks, THIMBLE_ABI_VERSION of its headers. */
  uint32_t abi_version;

  /**
   * [supports, prepare] What a tensor of the node is: flags, sizes, quantization. Owned by the host, valid until the
   * kernel's function returns. NULL for a pointer that is no tensor of the node.
   */
  const thimble_tensor_info *(*tensor_info)(const thimble_host *host, const thimble_tensor *tensor);

  /** [supports, prepare] Where the node stands. Owned by the host, valid until the kernel's function returns. */
  const thimble_node_info *(*node_info)(const thimble_host *host, const thimble_node *node);

  /**
   * [prepare, once] Memory in the arena that lives as long as the interpreter: zeroed, aligned to 8 bytes, also at
   * `node->data` from now on. A kernel that keeps several things lays them out in one block. NULL: out of memory.
   */
  void *(*allocate_persistent)(const thimble_host *host, thimble_node *node, uint32_t byte_length);

  /**
   * [prepare, once] Memory for constants that the kernel lays out anew (weights): outside the arena and accounted for
   * apart, because a device may hold it in flash. Zeroed, aligned to 16 bytes, also at `node->constants` from now on;
   * not written after prepare. NULL: out of memory.
   */
  void *(*allocate_constants)(const thimble_host *host, thimble_node *node, uint32_t byte_length);

  /**
   * [prepare, once] Asks for memory in the arena for the duration of this node's invoke, shared with tensors that are
   * not alive then. Aligned to 16 bytes, at `node->scratch` in invoke.
   */
  thimble_status (*request_scratch)(const thimble_host *host, thimble_node *node, uint32_t byte_length);

  /**
   * [supports, prepare] Memory that is valid until the kernel's function returns: zeroed, aligned to 16 bytes. NULL:
   * out of memory.
   */
  void *(*allocate_temporary)(const thimble_host *host, uint32_t byte_length);

  /**
   * [supports, prepare] Says in a sentence why a node is declined or cannot be run: a NUL-terminated UTF-8 string of at
   * most 500 bytes, copied. The host puts it behind the names of node, kernel and pack.
   */
  void (*report)(const thimble_host *host, const char *message);

  /**
   * [any] The table of functions of an extension (ext/), by its name; NULL if the host has it not. The table lives as
   * long as the host's.
   */
  const void *(*extension)(const thimble_host *host, const char *name);
};

THIMBLE_FREEZE(thimble_host, 40, extension, 36);

#endif
