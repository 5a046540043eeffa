// libFuzzer's entry.
#include "address_book_target.h"

#include <cstddef>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const bool isSound = kontor::fuzz::readVCards(bytes).broken.isEmpty() && kontor::fuzz::readLdif(bytes).broken.isEmpty();
    if (!isSound)
        std::abort();
    return 0;
}
