#include "segments/context.h"

#include "workspace/base.h"

namespace kontor::segments {

Context contextOf(const workspace::Base &base) {
    const workspace::BaseSettings &settings = base.settings();
    return {base.clock(), settings.currency, settings.country, settings.language};
}

} // namespace kontor::segments
