/* Extension: variables that live outside the graph and that nodes reach by a handle. */
#ifndef THIMBLE_EXT_VARIABLES_H
#define THIMBLE_EXT_VARIABLES_H

#include <thimble/host.h>

#define THIMBLE_EXT_VARIABLES "thimble.variables/1"

/** A variable's handle is the number that a tensor of type resource holds. */
typedef struct thimble_variables {
  uint32_t struct_size;
  /**
   * [prepare] The handle of the variable that a VAR_HANDLE node names; -1 for another node. The host writes it to the
   * node's output, where it stays: nodes that are prepared later read it there, and invoke has nothing to do.
   */
  int32_t (*handle_of)(const thimble_host *host, const thimble_node *node);
  /** [prepare] Gives a variable the size of a value, unless it has one. THIMBLE_ERROR if there is no such variable. */
  thimble_status (*allocate)(const thimble_host *host, int32_t handle, const thimble_tensor *value);
  /** [invoke, no allocation] The variable's bytes, or NULL: no such variable, or nothing ever assigned. */
  void *(*data)(const thimble_host *host, int32_t handle);
  /** [invoke, no allocation] Number of bytes at `data`. */
  uint32_t (*byte_length)(const thimble_host *host, int32_t handle);
} thimble_variables;

THIMBLE_FREEZE(thimble_variables, 20, byte_length, 16);

#endif
