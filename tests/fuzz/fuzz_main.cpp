// libFuzzer's entry: one program for each target.
#include "target.h"

#include <cstddef>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    static const kontor::fuzz::Target *target = kontor::fuzz::targetNamed(KONTOR_FUZZ_TARGET);
    const kontor::fuzz::Outcome outcome = target->read(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (outcome.broken.isEmpty())
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(outcome.broken));
    std::abort();
}
