/* The version of the contract. */
#ifndef THIMBLE_VERSION_H
#define THIMBLE_VERSION_H

#include <stdint.h>

/** Raised by a change that an existing pack or host would notice. A host refuses another major version. */
#define THIMBLE_ABI_MAJOR 1

/**
 * Raised when something is appended: a field at the end of a struct, a function at the end of the host's table, an
 * enumerator with a new number, a parameter struct, an extension. A host takes packs of every older minor version, and
 * refuses a newer one.
 */
#define THIMBLE_ABI_MINOR 0

/** Both in one number, as packs and hosts exchange it. */
#define THIMBLE_ABI_VERSION ((uint32_t)(THIMBLE_ABI_MAJOR * 65536 + THIMBLE_ABI_MINOR))

#endif
