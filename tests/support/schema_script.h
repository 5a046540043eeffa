// All steps of the schema as one script, for tests over a database without a base around it.
#pragma once

#include <QDir>
#include <QFile>

namespace kontor::tests {

inline QString schemaScript() {
    QString script;
    for (const QFileInfo &step : QDir(QStringLiteral(":/schema")).entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(step.filePath());
        if (file.open(QIODevice::ReadOnly))
            script += QString::fromUtf8(file.readAll());
    }
    return script;
}

} // namespace kontor::tests
