#include "base/large_blocks.h"

#include <cstdlib> // tells which C library this is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace kontor {

void giveBackLargeBlocks() {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 20); // said once, it does not grow any more
#endif
}

} // namespace kontor
