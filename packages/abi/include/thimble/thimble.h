/* The whole contract, without extensions. */
#ifndef THIMBLE_H
#define THIMBLE_H

#include "host.h"
#include "kernel.h"
#include "node.h"
#include "pack.h"
#include "params.h"
#include "status.h"
#include "tensor.h"
#include "types.h"
#include "version.h"

#endif
