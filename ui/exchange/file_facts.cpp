#include "exchange/file_facts.h"

#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace kontor::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::FileFacts)
};

} // namespace

QString fileFacts(const QString &path, const Formats &formats) {
    const QFileInfo file(path);
    return Texts::tr("%1, last changed %2")
        .arg(isolated(formats.locale().formattedDataSize(file.size())),
             isolated(formats.dateTime({file.lastModified().toMSecsSinceEpoch()})));
}

} // namespace kontor::ui
