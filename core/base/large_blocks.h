// How the program's memory is given back to the system.
#pragma once

namespace kontor {

// Blocks of a megabyte and more (the columns of a large list) are given back as soon as they are free: otherwise the C library of Linux keeps up to
// 32 MB of each thread for itself, a window's worth of memory that nobody uses. Elsewhere nothing. Before there is a second thread.
void giveBackLargeBlocks();

} // namespace kontor
