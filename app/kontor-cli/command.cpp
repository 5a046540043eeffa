#include "command.h"

#include "duplicates/merged_cards.h"

#include <QCoreApplication>

using namespace kontor;
using namespace Qt::StringLiterals;

Result<std::unique_ptr<workspace::Base>> Call::openBase(bool readOnly, bool takesOlder) const {
    TRY(path, arguments.required(0, u"BASE"_s));
    workspace::OpenOptions options = records::openOptions();
    options.readOnly = readOnly;
    options.takesOlder = takesOlder;
    TRY(base, workspace::Base::open(path, options));
    if (now.isEmpty())
        return base;
    Clock clock = base->clock();
    clock.fixedNow = clock.fromIso(now);
    if (!clock.fixedNow)
        return usageError(
            QCoreApplication::translate("kontor-cli", "--now is a time such as 2026-01-31T12:00, not “%1”.").arg(now));
    base->setClock(clock);
    return base;
}

Result<Id> idArgument(const Arguments &arguments, int index) {
    TRY(text, arguments.required(index, u"ID"_s));
    TRY(number, wholeNumber(text, u"ID"_s));
    return Id{number};
}

Result<Id> customerArgument(workspace::Base &base, const Arguments &arguments, int index) {
    TRY(id, idArgument(arguments, index));
    return duplicates::keptCustomer(base.database(), id);
}
