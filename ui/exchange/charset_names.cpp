#include "exchange/charset_names.h"

#include <QCoreApplication>

namespace kontor::ui {

namespace {

// Those without a text of their own are known by their names.
const QList<QPair<QByteArray, const char *>> kCharsets{
    {"UTF-8", ""},
    {"windows-1252", QT_TRANSLATE_NOOP("kontor::charsets", "Western European (Windows-1252)")},
    {"windows-1251", QT_TRANSLATE_NOOP("kontor::charsets", "Cyrillic (Windows-1251)")},
    {"windows-1250", QT_TRANSLATE_NOOP("kontor::charsets", "Central European (Windows-1250)")},
    {"windows-1256", QT_TRANSLATE_NOOP("kontor::charsets", "Arabic and Persian (Windows-1256)")},
    {"GB18030", QT_TRANSLATE_NOOP("kontor::charsets", "Chinese (GB18030)")},
    {"IBM866", QT_TRANSLATE_NOOP("kontor::charsets", "Cyrillic (DOS, 866)")},
    {"KOI8-R", QT_TRANSLATE_NOOP("kontor::charsets", "Cyrillic (KOI8-R)")},
    {"IBM850", QT_TRANSLATE_NOOP("kontor::charsets", "Western European (DOS, 850)")},
    {"macintosh", QT_TRANSLATE_NOOP("kontor::charsets", "Western European (old Macintosh)")},
    {"UTF-16LE", ""},
};

} // namespace

const QList<QByteArray> &usualCharsets() {
    static const QList<QByteArray> names = [] {
        QList<QByteArray> all;
        for (const auto &[name, text] : kCharsets)
            all << name;
        return all;
    }();
    return names;
}

QString charsetText(const QByteArray &charset) {
    for (const auto &[name, text] : kCharsets)
        if (name == charset && *text)
            return QCoreApplication::translate("kontor::charsets", text);
    return QString::fromLatin1(charset);
}

} // namespace kontor::ui
