/* What the contract asks of a compiler: C11 or C++17, pointers of 32 bits, little endian. */
#ifndef THIMBLE_PLATFORM_H
#define THIMBLE_PLATFORM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define THIMBLE_STATIC_ASSERT(condition, message) static_assert(condition, message)
#else
#define THIMBLE_STATIC_ASSERT(condition, message) _Static_assert(condition, message)
#endif

/** In front of a function that a pack exports. Everything else stays hidden. */
#ifdef __cplusplus
#define THIMBLE_EXPORT extern "C" __attribute__((visibility("default")))
#else
#define THIMBLE_EXPORT __attribute__((visibility("default")))
#endif

/**
 * Freezes a struct: its size and the offset of its last field. Layouts of the contract are those of a target with
 * pointers of 32 bits; other targets may include the headers (a unit test on the developer's machine) but exchange no
 * structs with a host.
 */
#if UINTPTR_MAX == 0xffffffffu
#define THIMBLE_FREEZE(type, size, last, offset)                                       \
  THIMBLE_STATIC_ASSERT(sizeof(type) == (size), #type " has changed its size");        \
  THIMBLE_STATIC_ASSERT(offsetof(type, last) == (offset), #type " has moved a field")
#else
#define THIMBLE_FREEZE(type, size, last, offset) THIMBLE_STATIC_ASSERT(1, "")
#endif

#endif
