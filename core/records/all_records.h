// All record types of a base, with their derived columns: what Base needs to be opened.
#pragma once

#include "workspace/base.h"

namespace kontor::records {

std::shared_ptr<const workspace::RecordCatalogue> catalogue();

// This user on this PC: the name of the login, the PC's id from the user's configuration (made on first use), the cache folder.
// The environment variables KONTOR_USER, KONTOR_PC, KONTOR_CACHE and KONTOR_DATA take precedence, so that tests and scripts can be several PCs.
workspace::OpenOptions openOptions();

} // namespace kontor::records
