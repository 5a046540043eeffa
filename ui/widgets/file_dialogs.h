// The system's dialogs for one file, open beside the window; `chosen` is called with the path when the person has decided, and not when they have not.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace kontor::ui {

using FileChosen = std::function<void(const QString &path)>;

// One that is there. `filters`: "Kontor files (*.kontor)", empty: all; `folder` empty: the person's documents.
void askForFile(QWidget *parent, const QString &title, const QStringList &filters, FileChosen chosen, const QString &folder = {});
// One that is to be written, in the person's documents. `suffix`: where they give none; `name`: proposed.
void askForNewFile(QWidget *parent, const QString &title, const QString &filter, const QString &suffix, const QString &name,
                   FileChosen chosen);

} // namespace kontor::ui
