/* Extension: subgraphs that a node invokes (IF, WHILE, CALL_ONCE). */
#ifndef THIMBLE_EXT_SUBGRAPHS_H
#define THIMBLE_EXT_SUBGRAPHS_H

#include <thimble/host.h>

#define THIMBLE_EXT_SUBGRAPHS "thimble.subgraphs/1"

/** Subgraphs go by their position in the model; only those that the node's parameters name may be used. */
typedef struct thimble_subgraphs {
  uint32_t struct_size;
  /** [prepare] Makes a subgraph usable in invoke. THIMBLE_ERROR if the node may not use it. */
  thimble_status (*require)(const thimble_host *host, const thimble_node *node, uint32_t subgraph);
  /** [prepare, invoke] An input of a subgraph, or NULL. [invoke] Its data may be written before the subgraph runs. */
  thimble_tensor *(*input)(const thimble_host *host, uint32_t subgraph, uint32_t index);
  /** [prepare, invoke] An output of a subgraph, or NULL. [invoke] Its data may be read after the subgraph ran. */
  const thimble_tensor *(*output)(const thimble_host *host, uint32_t subgraph, uint32_t index);
  /** [invoke, no allocation] Runs a subgraph on what its inputs hold: THIMBLE_OK or THIMBLE_ABORTED. */
  thimble_status (*invoke)(const thimble_host *host, uint32_t subgraph);
} thimble_subgraphs;

THIMBLE_FREEZE(thimble_subgraphs, 20, invoke, 16);

#endif
