#include "arguments.h"

#include <QCoreApplication>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor-cli", text); }

} // namespace

Error usageError(const QString &message) { return Error{Code::Invalid, message, QString::fromLatin1(kUsage), QByteArray()}; }

Result<qint64> wholeNumber(const QString &text, const QString &name) {
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber)
        return usageError(tr("%1 is a whole number, not “%2”.").arg(name, text));
    return number;
}

Result<Arguments> Arguments::parse(const QStringList &words, const QList<Option> &options) {
    Arguments arguments;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyPositional || !word.startsWith("--"_L1)) {
            arguments.m_positional << word;
            continue;
        }
        if (word == "--"_L1) {
            onlyPositional = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const auto option = std::find_if(options.begin(), options.end(), [&](const Option &known) { return known.name == name; });
        if (option == options.end())
            return usageError(tr("There is no option --%1 here.").arg(name));
        if (option->value.isEmpty() != (equals < 0) && option->value.isEmpty())
            return usageError(tr("The option --%1 takes no value.").arg(name));
        if (option->value.isEmpty()) {
            arguments.m_options[name] << QString();
        } else if (equals >= 0) {
            arguments.m_options[name] << word.mid(equals + 1);
        } else if (i + 1 < words.size()) {
            arguments.m_options[name] << words[++i];
        } else {
            return usageError(tr("The option --%1 needs a value: %2.").arg(name, option->value));
        }
    }
    return arguments;
}

Result<QString> Arguments::required(int index, const QString &name) const {
    if (index >= m_positional.size())
        return usageError(tr("%1 is missing.").arg(name));
    return m_positional[index];
}

QString Arguments::value(const QString &option, const QString &otherwise) const {
    const auto found = m_options.constFind(option);
    return found == m_options.constEnd() ? otherwise : found->last();
}

Result<qint64> Arguments::number(const QString &option, qint64 otherwise) const {
    if (!has(option))
        return otherwise;
    return wholeNumber(value(option), u"--"_s + option);
}
