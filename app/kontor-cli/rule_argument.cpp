#include "rule_argument.h"

#include "segments/rule_json.h"
#include "segments/segment_repository.h"

#include <QCoreApplication>
#include <QFile>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor-cli", text); }

Result<QByteArray> readFile(const QString &path) {
    QFile file;
    const bool opened =
        path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : (file.setFileName(path), file.open(QIODevice::ReadOnly));
    if (!opened)
        return Error{Code::NotFound, tr("The file “%1” cannot be read.").arg(path), file.errorString(),
                     QByteArrayLiteral("rule")};
    return file.readAll();
}

} // namespace

Result<segments::Rule> ruleArgument(workspace::Base &base, const Arguments &arguments, const QString &nameOption) {
    const segments::Context context = segments::contextOf(base);
    if (arguments.has(u"rule"_s)) {
        TRY(json, readFile(arguments.value(u"rule"_s)));
        TRY(catalogue, segments::Catalogue::load(base.database(), context.decimals()));
        return segments::readRule(json, catalogue);
    }
    if (!arguments.has(nameOption))
        return usageError(tr("Name the rule with --rule FILE or --%1 NAME.").arg(nameOption));
    TRY(segment, segments::requireSegment(base.database(), arguments.value(nameOption)));
    return segments::ruleOf(base.database(), segment, context);
}
