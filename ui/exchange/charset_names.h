// The character sets that files of small firms are really in; ICU knows many more, but a person chooses among few.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace kontor::ui {

const QList<QByteArray> &usualCharsets();
// "Cyrillic (Windows-1251)"; of others the name itself.
QString charsetText(const QByteArray &charset);

} // namespace kontor::ui
